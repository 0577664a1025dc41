/**
 * How a report is printed: A4, rows and charts whole, headings of tables on every page, no links.
 */

/** For paper. */
export const printStyles = `
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
html{font-size:11pt}
.govuk-skip-link{display:none}
.govuk-width-container{margin:0;max-width:none}
.govuk-main-wrapper{padding-top:1rem}
.govuk-link,.govuk-link:link,.govuk-link:visited{color:#000;text-decoration:none}
.govuk-link::after{content:none!important}
.report-header__row{flex-wrap:nowrap}
.report-cards{grid-template-columns:repeat(3,1fr);gap:.6rem;margin-bottom:1.5rem}
.report-card{padding:.6rem .75rem;break-inside:avoid}
.report-card .report-card__figure{font-size:1.75rem}
.govuk-tag{border:1px solid #000;color:#000;background:none}
.report-section{margin-top:0;break-before:page}
.report-scroll{overflow:visible}
.report-figure,.report-columns__list div,.govuk-summary-list__row{break-inside:avoid}
.report-figure svg{min-width:0;max-width:17cm}
h2,h3,.govuk-caption-l,.report-figure__title,caption{break-after:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
.report-table .govuk-table__header,.report-table .govuk-table__cell{font-size:8.5pt;padding-top:.2rem;padding-bottom:.2rem}
.report-table tbody th{min-width:0}
.report-columns>summary{list-style:none}
.report-columns::details-content{content-visibility:visible;block-size:auto}
.report-columns{font-size:9pt}
}
`
