/**
 * The frame of the page.
 */

/** Around the body. */
export const page = `<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{{ title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{ summary }}">
<style>
{{ styles | safe }}
</style>
</head>
<body class="govuk-template__body">
{{ body | safe }}
</body>
</html>`
