#!/bin/sh
# Draws the pictures of docs/gallery anew: the first pages of each form and the charts, in both languages, about the sample.
# Needs LibreOffice, pdftoppm, ImageMagick and Chromium; run it from the root of the repository with posdoc on PATH.
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
chart() { # NAME LANGUAGE and the arguments of posdoc chart
  name=$1 language=$2
  shift 2
  posdoc chart "$@" --lang $language --format png --dpi 100 --output "$work/$name-$language.png" >/dev/null
  convert "$work/$name-$language.png" +dither -colors 48 "docs/assets/gallery/chart-$name.$language.png"
}
for language in zh en; do
  chart org $language org --depth 2 --colour-by level --no-names
  chart unit $language org --unit field-service
  chart focus $language org --focus dispatcher
  chart units $language units
  chart people $language people --unit customer-service
  chart ladder $language career --unit field-service
  chart career $language career --position senior-field-engineer
  chart flow $language flow --position after-sales-manager
  chart position $language position --position field-service-manager
  posdoc chart --lang $language --format html --output "$work/page-$language.html" >/dev/null
  chromium --headless --no-sandbox --hide-scrollbars --window-size=1280,800 --virtual-time-budget=4000 \
    --screenshot="$work/page-$language.png" "file://$work/page-$language.html" >/dev/null 2>&1
  convert "$work/page-$language.png" +dither -colors 48 "docs/assets/gallery/chart-page.$language.png"
done
