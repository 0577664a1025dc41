/**
 * What people call the figures of the capacity view.
 */

/** The words for each figure, by its name without a basis and an item. */
export const capacityWords: Readonly<Record<string, string>> = {
  'roles.availableFte': 'FTE available of a role',
  'roles.openAssessments': 'Open assessments, for a role',
  'roles.openPerFte': 'Open assessments per FTE of a role',
  'roles.requests3Months': 'Requests in 3 months, for a role',
  'roles.requestsPerFte': 'Requests per FTE of a role',
  'roles.plansPerFte': 'Plans maintained per FTE of a role',
}
