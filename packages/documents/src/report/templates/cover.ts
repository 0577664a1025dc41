/**
 * The cover: what this is, the headline figures, the contents, the basis, how to verify.
 */

/** The first page. */
export const cover = `
<h1 class="govuk-heading-xl report-title">{{ title }}</h1>
<p class="govuk-body-l">{{ summary }}</p>
<p class="govuk-inset-text report-audience">
{%- if isPublic -%}
For the public. Disclosure control has hidden or rounded small numbers.
{%- else -%}
For the council. It may show small numbers, and is not for publication.
{%- endif -%}
</p>
{% if headlines | length %}
<section aria-labelledby="headlines">
<h2 class="govuk-heading-l" id="headlines">At a glance</h2>
<div class="report-cards">
{% for card in headlines %}
<div class="report-card">
<h3 class="govuk-heading-s report-card__title">{{ card.title }}</h3>
<p class="report-card__figure">{{ card.figure }}</p>
{% if card.status %}
<p class="report-card__status"><strong class="govuk-tag govuk-tag--{{ card.tag }}">{{ card.status }}</strong></p>
{% endif %}
<p class="govuk-body-s report-card__text">{{ card.text }}</p>
</div>
{% endfor %}
</div>
</section>
{% endif %}
<nav class="report-contents" aria-labelledby="contents">
<h2 class="govuk-heading-m" id="contents">Contents</h2>
<ol class="govuk-list govuk-list--number">
<li><a class="govuk-link" href="#basis">What this report rests on, and how to verify it</a></li>
{% for section in sections %}
<li><a class="govuk-link" href="#{{ section.id }}">{{ section.topic }}</a></li>
{% endfor %}
{% if notes | length %}
<li><a class="govuk-link" href="#notes">Notes</a></li>
{% endif %}
</ol>
</nav>
<section class="report-section" aria-labelledby="basis">
<h2 class="govuk-heading-l" id="basis">What this report rests on, and how to verify it</h2>
<dl class="govuk-summary-list">
{% for fact in cover %}
<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">{{ fact.name }}</dt>
<dd class="govuk-summary-list__value report-fact">{{ fact.value }}</dd>
</div>
{% endfor %}
</dl>
{% if verification | length %}
<h3 class="govuk-heading-m">How to verify it</h3>
<ol class="govuk-list govuk-list--number govuk-list--spaced report-steps">
{% for step in verification %}
<li>{{ step }}</li>
{% endfor %}
</ol>
{% endif %}
</section>`
