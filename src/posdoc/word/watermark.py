"""The word across a page that is not in force, as Word itself makes it (Design, Watermark)."""

from __future__ import annotations

from posdoc.word.markup import quoteattr

_NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
HEIGHT, WIDEST = 120, 420
"""How high the word is, and how wide at most, in points."""


def watermark_run(text: str) -> str:
    """A run for the header of a page that sets ``text`` large, grey and slanting behind the page."""
    width = min(WIDEST, HEIGHT * sum(1.0 if ord(character) > 0x2E7F else 0.55 for character in text))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{HEIGHT}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict {_NAMESPACES}>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
        '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" '
        'xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="PosdocWatermark" o:spid="_x0000_s2049" type="#_x0000_t136" alt={quoteattr(text)} style="{style}" '
        'o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".4"/>'
        f'<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string={quoteattr(text)}/></v:shape></w:pict></w:r>'
    )
