#!/bin/sh
# Draws the picture at the head of the READMEs anew: two pages of a job description and the org chart beside them.
# Needs LibreOffice, pdftoppm and ImageMagick; run it from the root of the repository with posdoc on PATH.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
posdoc build complaint-specialist --lang zh --form standard --output "$work/documents" >/dev/null
find "$work/documents" -name '*.docx' -exec cp {} "$work/page.docx" \;
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" "$work/page.docx" >/dev/null 2>&1
pdftoppm -r 72 -f 1 -l 2 -png "$work/page.pdf" "$work/page"
posdoc chart --lang zh --format png --dpi 96 --output "$work/chart.png" >/dev/null
convert "$work"/page-*.png -bordercolor '#c8c8c8' -border 1 -bordercolor white -border 8 +append "$work/pages.png"
convert "$work/chart.png" -resize 1216x -bordercolor white -border 8 "$work/chart-small.png"
convert "$work/pages.png" "$work/chart-small.png" -background white -gravity center -append +dither -colors 96 docs/assets/what-it-makes.png
