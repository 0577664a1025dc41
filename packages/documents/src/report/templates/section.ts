/**
 * A section: what it says, charts, and under each chart the table that it is drawn from.
 */

/** One section. */
export const section = `
<section class="report-section" aria-labelledby="{{ section.id }}">
<p class="govuk-caption-l">{{ section.topic }}</p>
<h2 class="govuk-heading-l" id="{{ section.id }}">{{ section.heading }}</h2>
{% for paragraph in section.paragraphs %}
<p class="govuk-body">{{ paragraph }}</p>
{% endfor %}
{% for part in section.parts %}
{% for chart in part.charts %}
<figure class="report-figure">
<figcaption class="report-figure__title" id="{{ chart.id }}-caption">{{ chart.title }}</figcaption>
<div class="report-scroll" role="group" aria-labelledby="{{ chart.id }}-caption" tabindex="0">
{{ chart.svg | safe }}
</div>
</figure>
{% endfor %}
{% set table = part.table %}
{% include "table" %}
{% endfor %}
</section>`
