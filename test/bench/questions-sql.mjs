/**
 * The questions in SQL that DuckDB and SQLite both read.
 */

/** Twelve spans of thirty days up to a day, the last first. */
export const spansTo = (day) =>
  Array.from({ length: 12 }, (_, m) => ({ first: day - 30 * m - 29, last: day - 30 * m }))

/** What a case counts for in each column, in SQL that DuckDB and SQLite both read. */
const counts = (received, ended, plan, limit) => `
  count(*) FILTER (WHERE ${received} BETWEEN m.first AND m.last),
  count(*) FILTER (WHERE ${plan} BETWEEN m.first AND m.last),
  count(*) FILTER (WHERE ${plan} BETWEEN m.first AND m.last AND ${plan} <= ${received} + ${limit}),
  count(*) FILTER (WHERE ${received} <= m.last AND (${ended} IS NULL OR ${ended} > m.last)),
  count(*) FILTER (WHERE ${received} + ${limit} < m.last AND (${ended} IS NULL OR ${ended} > m.last))`

const months = (day) =>
  spansTo(day)
    .map(({ first, last }, i) => `SELECT ${i} AS i, ${first} AS first, ${last} AS last`)
    .join(' UNION ALL ')

/** Cases as at the records known, from raw events: corrections and retractions are looked up. */
export const casesKnown = (size) => `
  mended AS (
    SELECT corrects, max(position) AS at FROM event
    WHERE type = 'EventCorrected' AND position < ${size} GROUP BY corrects),
  known AS (
    SELECT e.subject, e.type, coalesce(c.new_day, e.day) AS day
    FROM event e
    LEFT JOIN mended ON mended.corrects = e.id
    LEFT JOIN event c ON c.position = mended.at
    WHERE e.position < ${size}
      AND e.type IN ('RequestReceived', 'RequestWithdrawn', 'AssessmentRefused', 'PlanIssued')
      AND e.id NOT IN (
        SELECT retracts FROM event WHERE type = 'EventRetracted' AND position < ${size})),
  cases AS (
    SELECT subject,
      min(day) FILTER (WHERE type = 'RequestReceived') AS received,
      min(day) FILTER (WHERE type = 'PlanIssued') AS plan,
      min(day) FILTER (WHERE type <> 'RequestReceived') AS ended
    FROM known GROUP BY subject)`

/** The series over raw events. */
export const seriesSql = ({ day, size }) => `
  WITH ${casesKnown(size)}, m AS (${months(day)})
  SELECT ${counts('c.received', 'c.ended', 'c.plan', 140)}
  FROM m, cases c GROUP BY m.i ORDER BY m.i`

/** The series over a table of the versions of each case, made by hand. */
export const versionsSql = ({ day, size }) => `
  WITH m AS (${months(day)})
  SELECT ${counts('v.received', 'v.ended', 'v.plan', 140)}
  FROM m, version v WHERE v.from_position < ${size} AND v.to_position >= ${size}
  GROUP BY m.i ORDER BY m.i`

/** One figure over raw events: the cases open. */
export const figureSql = ({ day, size }) => `
  WITH ${casesKnown(size)}
  SELECT count(*) FROM cases
  WHERE received <= ${day} AND (ended IS NULL OR ended > ${day})`
