/**
 * A table, which can be scrolled sideways where it is wider than the screen.
 */

/** One table. */
export const table = `
<section class="report-scroll" aria-labelledby="{{ table.id }}-caption" tabindex="0">
<table class="govuk-table report-table{% if table.rows | length <= 12 %} report-table--short{% endif %}">
<caption class="govuk-table__caption govuk-table__caption--s" id="{{ table.id }}-caption">{{ table.caption }}
{%- for n in table.notes %} <a class="govuk-link report-note" href="#note-{{ n }}">[note {{ n }}]</a>{% endfor %}</caption>
<thead class="govuk-table__head">
<tr class="govuk-table__row">
{% for column in table.columns %}
<th scope="col" class="govuk-table__header{% if column.isNumeric %} govuk-table__header--numeric{% endif %}">{{ column.heading }}
{%- for n in column.notes %} <a class="govuk-link report-note" href="#note-{{ n }}">[note {{ n }}]</a>{% endfor %}</th>
{% endfor %}
</tr>
</thead>
<tbody class="govuk-table__body">
{% for row in table.rows %}
<tr class="govuk-table__row">
{% for cell in row %}
{% if loop.first %}
<th scope="row" class="govuk-table__header {{ cell.look }}">{{ cell.text }}</th>
{% else %}
<td class="govuk-table__cell {{ cell.look }}">{{ cell.text }}</td>
{% endif %}
{% endfor %}
</tr>
{% endfor %}
</tbody>
</table>
</section>
{% if table.shorthand %}
<p class="govuk-body-s report-shorthand">{{ table.shorthand }}</p>
{% endif %}
<details class="govuk-details report-columns">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">What the columns mean</span></summary>
<dl class="govuk-details__text report-columns__list">
{% for column in table.columns %}
<div>
<dt>{{ column.heading }}</dt>
<dd>{{ column.description }}{% if column.source %} <span class="report-source">Source: {{ column.source }}.</span>{% endif %}</dd>
</div>
{% endfor %}
</dl>
</details>`
