#!/bin/sh
# Draws the pictures of docs/gallery anew: the first pages of each form in both languages, about posts of the sample.
# Needs LibreOffice, pdftoppm and ImageMagick; run it from the root of the repository with posdoc on PATH.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/assets/gallery
for form in standard duties narrative scorecard posting staffing handbook acknowledgement; do
  case $form in
    staffing) subject=parts ;;
    handbook | acknowledgement) subject= ;;
    *) subject=complaint-specialist ;;
  esac
  for language in zh en; do
    folder="$work/$form-$language"
    posdoc build $subject --lang $language --form $form --output "$folder" >/dev/null
    find "$folder" -name '*.docx' | head -n 1 | while read -r document; do cp "$document" "$folder/page.docx"; done
    soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$folder" "$folder/page.docx" >/dev/null 2>&1
    last=2
    [ $form = handbook ] && last=7
    pdftoppm -r 54 -f 1 -l $last -png "$folder/page.pdf" "$folder/page"
    convert "$folder"/page-*.png -bordercolor '#c8c8c8' -border 1 -bordercolor white -border 5 +append +dither -colors 32 "docs/assets/gallery/$form.$language.png"
  done
done
