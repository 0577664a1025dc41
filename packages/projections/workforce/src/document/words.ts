/**
 * What people call the figures of the workforce view.
 */

/** The words for each figure, by its name without a basis and an item. */
export const workforceWords: Readonly<Record<string, string>> = {
  'teams.establishmentFte': 'Established FTE of a team',
  'teams.inPostFte': 'FTE in post of a team',
  'teams.availableFte': 'FTE available of a team',
  'teams.inInductionFte': 'FTE in induction of a team',
  'teams.vacantFte': 'Vacant FTE of a team',
  'teams.overEstablishmentFte': 'Over-establishment FTE of a team',
  'teams.coverFte': 'Cover FTE of a team',
  'totals.establishmentFte': 'Established FTE',
  'totals.inPostFte': 'FTE in post',
  'totals.vacantFte': 'Vacant FTE',
  'totals.overEstablishmentFte': 'Over-establishment FTE',
  'totals.coverFte': 'Cover FTE',
  'pipeline.advertised': 'Posts advertised',
  'pipeline.offered': 'Posts offered',
  'pipeline.expectedStarts.fte': 'FTE expected to start',
  'timeToFillDays.median': 'Median days to fill a post',
  'timeToFillDays.count': 'Posts filled in 12 months',
  'turnover.leaversFte': 'FTE that left in 12 months',
  'turnover.percent': 'Turnover, per cent',
  'series.establishmentFte': 'Established FTE at the end of a month',
  'series.inPostFte': 'FTE in post at the end of a month',
  'series.coverFte': 'Cover FTE at the end of a month',
}
