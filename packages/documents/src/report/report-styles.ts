/**
 * The styles of a report beside those of GOV.UK: header, cards, charts, tables, print.
 */
import { printStyles } from './print-styles.js'

const screenStyles = `
.govuk-template{background:#fff}
.report-header{border-bottom:4px solid #12436d;font-family:arial,sans-serif}
.report-header__row{
  display:flex;flex-wrap:wrap;gap:0 1.5rem;justify-content:space-between;align-items:baseline
}
.report-header__row{padding-top:.5rem;padding-bottom:.5rem}
.report-header p{margin:.2rem 0;font-size:1rem;line-height:1.25;overflow-wrap:anywhere}
.report-header__name{font-weight:700}
.report-title{margin-bottom:1.25rem}
.report-audience{margin-top:0;padding:.5rem 1rem}
.report-cards{
  display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem;
  margin-bottom:2.5rem
}
.report-card{border:1px solid #cecece;border-top:4px solid #12436d;padding:1rem 1.25rem}
.report-card p{margin:0 0 .75rem}
.report-card .report-card__text{margin:0}
.report-card .report-card__title{margin:0 0 .5rem}
.report-card .report-card__figure{
  font:700 2.5rem/1.1 arial,sans-serif;font-variant-numeric:tabular-nums
}
.report-contents{margin-bottom:2.5rem}
.report-section{margin-top:3rem}
.report-fact{overflow-wrap:anywhere}
.report-figure{margin:1.5rem 0 .5rem}
.report-figure__title{font:700 1.1875rem/1.3 arial,sans-serif;margin-bottom:.75rem;max-width:44rem}
.report-figure svg{display:block;min-width:35rem;max-width:44rem;width:100%;height:auto}
.report-scroll{overflow-x:auto;margin-bottom:1rem}
.report-scroll:focus-visible{
  outline:3px solid #fd0;box-shadow:inset 0 0 0 3px #0b0c0c;outline-offset:0
}
.report-table{
  width:auto;min-width:min(22rem,100%);margin:1rem 0;font-size:1rem;line-height:1.3;
  font-variant-numeric:tabular-nums
}
.report-table .govuk-table__caption{max-width:min(44rem,100vw - 2rem);padding-bottom:.25rem}
.report-table .govuk-table__header,
.report-table .govuk-table__cell{
  padding:.4rem .6rem;font-size:1rem;line-height:1.3
}
.report-table tr>:first-child{padding-left:0}
.report-table tr>:last-child{padding-right:0}
.report-table thead th{vertical-align:bottom;max-width:8.5rem}
.report-table tbody th{font-weight:400}
.report-table .report-whole{white-space:nowrap}
.report-table .report-words{min-width:8rem;max-width:26rem}
.report-card .govuk-tag{max-width:none}
.report-note{font-weight:400;font-size:.875rem;white-space:nowrap}
.report-shorthand{margin-top:-.5rem;color:#484949}
.report-source{color:#484949}
.report-columns{margin-bottom:2.5rem;font-size:1rem}
.report-columns__list dt{font-weight:700}
.report-columns__list dd{margin:0 0 .75rem}
.report-footer{
  border-top:1px solid #cecece;margin-top:3rem;padding:1.5rem 0;font-family:arial,sans-serif
}
.report-footer__text{margin:0;font-size:1rem;line-height:1.4;color:#484949}
`

/** The styles of a report. */
export const reportStyles = `${screenStyles.trim()}\n${printStyles.trim()}`
