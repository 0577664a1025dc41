/**
 * How a report is printed: A4, rows and charts whole, headings of tables on every page, no links.
 */

/** For paper. */
export const printStyles = `
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
html{font-size:10.5pt}
.govuk-skip-link{display:none}
.govuk-width-container{margin:0;max-width:none}
.govuk-main-wrapper{padding:.5rem 0 0}
.govuk-heading-xl{font-size:24pt;margin-bottom:.5rem}
.govuk-heading-l{font-size:16pt;margin-bottom:.6rem}
.govuk-heading-m{font-size:12pt;margin-bottom:.4rem}
.govuk-body-l,.govuk-caption-l{font-size:12pt}
.govuk-body,.govuk-list,.govuk-summary-list,.govuk-inset-text{font-size:10.5pt}
.govuk-link,.govuk-link:link,.govuk-link:visited{color:#000;text-decoration:none}
.govuk-link::after{content:none!important}
.govuk-summary-list__key,.govuk-summary-list__value{padding:.25rem 1rem .25rem 0}
.report-header__row{flex-wrap:nowrap}
.report-audience{margin:.75rem 0;padding:.25rem .75rem}
.report-cards{grid-template-columns:repeat(3,1fr);gap:.6rem;margin-bottom:1.25rem}
.report-card{padding:.6rem .75rem;break-inside:avoid}
.report-card .report-card__figure{font-size:22pt}
.report-card p{margin-bottom:.4rem}
.report-card .report-card__text{font-size:9.5pt}
.report-card .report-card__title{font-size:10.5pt}
.govuk-tag{border:1px solid #000;color:#000;background:none;font-size:9.5pt}
.report-contents{margin-bottom:1rem;break-inside:avoid}
.report-contents ol{columns:2}
.report-section{margin-top:1.75rem}
.report-scroll{overflow:visible}
.report-figure,.report-columns__list div,.govuk-summary-list__row{break-inside:avoid}
.report-figure__title{font-size:11pt}
.report-figure svg{min-width:0;max-width:15cm}
h2,h3,.govuk-caption-l,.report-figure__title,caption{break-after:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
.report-table{margin:.5rem 0}
.report-table .govuk-table__header,
.report-table .govuk-table__cell{
  font-size:8.5pt;padding-top:.15rem;padding-bottom:.15rem
}
.report-table .govuk-table__caption{font-size:10.5pt}
.report-shorthand{font-size:8.5pt;margin:0 0 .25rem}
.report-columns{font-size:8.5pt;margin-bottom:1.25rem}
.report-columns>summary{list-style:none;padding:0;font-size:8.5pt;font-weight:700;color:#000}
.report-columns>summary::before{content:none}
.report-columns>summary span{text-decoration:none}
.report-columns::details-content{content-visibility:visible;block-size:auto}
.report-columns__list{
  columns:2;margin:.25rem 0 0;padding:0;border:0;line-height:1.3;font-size:8.5pt
}
.report-columns__list dd{margin:0 0 .3rem}
.report-table--short{break-inside:avoid}
.report-steps,.report-notes{break-inside:avoid}
.report-footer{display:none}
}
`
