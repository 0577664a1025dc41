/**
 * The body of the page: header, cover, contents, sections, notes.
 */

/** Everything a reader sees. */
export const body = `
<a href="#main-content" class="govuk-skip-link">Skip to main content</a>
<header class="report-header">
<div class="govuk-width-container report-header__row">
<p class="report-header__name">Evidence from a SEND ledger</p>
<p class="report-header__origin">{{ origin }}</p>
</div>
</header>
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main-content">
{% include "cover" %}
{% for section in sections %}
{% include "section" %}
{% endfor %}
{% if notes | length %}
<section class="report-section report-notes" aria-labelledby="notes">
<h2 class="govuk-heading-l" id="notes">Notes</h2>
<ol class="govuk-list govuk-list--number govuk-list--spaced">
{% for note in notes %}
<li id="note-{{ note.number }}">{{ note.text }}
{%- if note.source %} <span class="report-source">Source: {{ note.source }}.</span>{% endif %}</li>
{% endfor %}
</ol>
</section>
{% endif %}
</main>
</div>
<footer class="report-footer">
<div class="govuk-width-container">
<p class="report-footer__text">{{ title }}. Every figure can be traced to the records that it was
counted from.</p>
</div>
</footer>`
