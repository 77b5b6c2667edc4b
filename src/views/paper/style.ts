/**
 * The style of a page on paper (A5, A4 or Letter), shown as a sheet on a screen: black on white, without anything that
 * a printer would leave out. Lengths are in millimetres and points.
 *
 * @param title the heading of every sheet but the first, as a CSS string
 */
export function paperStyle(title: string): string {
  return `
@page {
  margin: 14mm 14mm 12mm;
  @top-left { content: ${title}; font: italic 8pt Georgia, serif; color: #333; }
  @top-right { content: counter(page) " / " counter(pages); font: 8pt Georgia, serif; color: #333; }
}
@page :first { @top-left { content: none; } @top-right { content: none; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html {
  font: 10pt/1.35 "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
  color: #000; background: #fff; overflow-wrap: anywhere; font-variant-numeric: lining-nums;
}
ol { list-style: none; }
.sheet { display: flex; flex-direction: column; }
header { border-bottom: 0.6pt solid #000; padding-bottom: 2.5mm; }
h1 { font-size: 26pt; font-weight: 400; line-height: 1.12; letter-spacing: -0.01em; text-wrap: balance; }
h1 small { display: block; font-size: 11pt; font-style: italic; letter-spacing: 0; }
h2 {
  margin: 4.5mm 0 2mm; font: 600 7.5pt/1.2 system-ui, "Helvetica Neue", "Segoe UI", "Noto Sans", sans-serif;
  letter-spacing: 0.12em; text-transform: uppercase; break-after: avoid;
}
h2 small { font-size: inherit; font-weight: 400; color: #444; }
.line { display: flex; gap: 4mm; break-inside: avoid; padding-bottom: 2.5mm; }
.tick { flex: none; width: 7mm; text-align: center; }
.box {
  display: block; width: 4.6mm; height: 4.6mm; margin: 0.4mm auto 0.6mm; border: 0.7pt solid #000;
  border-radius: 0.6mm; font: bold 14pt/4.2mm Georgia, serif;
}
.first .box { border-width: 1.5pt; line-height: 3.6mm; }
.number { font: 7pt/1 system-ui, "Helvetica Neue", "Segoe UI", "Noto Sans", sans-serif; color: #444; }
.body { flex: 1; min-width: 0; }
.row { display: flex; column-gap: 5mm; }
.row > :first-child { flex: 1; min-width: 0; }
.row > :nth-child(2) { flex: none; max-width: 50%; text-align: end; }
.first .row:first-child { font-size: 12pt; }
.reach { font-variant-numeric: lining-nums tabular-nums; }
.late { font-style: italic; }
.accent { font-weight: 700; }
.why { font-size: 8.5pt; font-style: italic; color: #444; }
.room i { display: block; height: 7.5mm; border-bottom: 0.4pt solid #999; }
.short { columns: 2; column-gap: 8mm; }
.short .line { gap: 2mm; padding-bottom: 1.5mm; font-size: 8.5pt; line-height: 1.25; }
.short .row { column-gap: 2mm; white-space: nowrap; }
.short .row > :first-child { overflow: hidden; text-overflow: ellipsis; }
.short .row > :nth-child(2) { max-width: 70%; overflow: hidden; text-overflow: ellipsis; }
.off { display: flex; gap: 4mm; break-inside: avoid; padding-bottom: 1mm; }
.mark { flex: none; width: 7mm; text-align: center; font-family: "Noto Sans Symbols2", "Segoe UI Symbol", "DejaVu Sans", sans-serif; }
.nothing { margin-top: 5.5mm; font-style: italic; }
.notes { flex: 1 1 0; min-height: 0; contain: size; overflow: hidden; break-inside: avoid; }
footer { padding-top: 4mm; break-inside: avoid; }
.week { display: flex; border-top: 0.6pt solid #000; padding-top: 1.5mm; font-size: 7.5pt; line-height: 1.25; }
.week li { flex: 1; min-width: 0; padding: 0 1mm; text-align: center; border-left: 0.4pt solid #999; }
.week li:first-child { border-left: 0; }
.week span, .week b { display: block; }
.week b { min-height: 1.25em; font-size: 9pt; }
.week .this span { font-weight: 700; }
.legend { display: flex; flex-wrap: wrap; gap: 0 4mm; padding-top: 1.5mm; font-size: 7.5pt; color: #444; }
.evening { margin-left: auto; }
code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
.seven main { flex: 1; display: flex; flex-direction: column; }
.seven section {
  flex: 1 0 auto; display: flex; gap: 3mm; border-bottom: 0.6pt solid #000; padding: 1.5mm 0;
}
.seven section + section { break-inside: avoid; }
.seven section:last-child { border-bottom: 0; }
.seven footer { border-top: 0.6pt solid #000; }
.seven h2 { flex: none; width: 24mm; margin: 0; break-after: auto; font: inherit; font-weight: 700; letter-spacing: 0; text-transform: none; }
.seven .line { gap: 2mm; padding-bottom: 1mm; }
.seven .off { gap: 2mm; }
.seven .row { flex-wrap: wrap; justify-content: space-between; }
.seven .row > :first-child { flex: 0 1 auto; }
.seven .row > :nth-child(2) { max-width: 100%; }
.seven .tick { display: flex; align-items: center; gap: 1.5mm; height: 5mm; width: 11mm; }
.seven .box { flex: none; margin: 0; }
.seven .mark { width: 11mm; padding-left: 1mm; text-align: left; }
.day { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.seven .notes { min-height: 6mm; }
.seven footer { padding-top: 1.5mm; }
@media print {
  .sheet { min-height: 99.5vh; }
}
@media screen {
  html { background: #e9e7e2; }
  body { padding: 8mm 4mm; }
  .sheet {
    max-width: 178mm; min-height: 240mm; margin: 0 auto; padding: 15mm 14mm 10mm; background: #fff;
    box-shadow: 0 1mm 5mm rgb(0 0 0 / 18%);
  }
}
`
}
