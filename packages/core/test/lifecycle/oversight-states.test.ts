/**
 * Every event of a measure, of oversight, of a risk and of the ledger itself in every state:
 * taken, or refused by the rule named.
 */
import { samples } from '../events/samples.js'
import { draft, event, idOf } from '../given.js'
import { drafts, rulesOf, testTable } from './states.js'

const mending = { other: 'mends-own-stream', stands: 'mends-what-stands' } as const

describe('a measure', () => {
  const defined = 'MeasureDefined'
  testTable({
    category: 'measure',
    stream: 'measure-1',
    states: {
      none: [],
      defined: [defined],
      void: [defined, 'EventRetracted of 1'],
      aimed: [defined, 'MeasureMilestoneSet'],
      measured: [defined, 'MeasureRecorded'],
      unmeasured: [defined, 'MeasureRecorded', 'EventRetracted of 2'],
    },
    data: { 'MeasureRecorded.projected': { value: 60, status: 'projected' } },
    rules: { start: 'starts-with', twice: 'starts-once', ...mending },
    cells: `
                                 none   defined  void    aimed  measured  unmeasured
      MeasureDefined             ok     twice    ok      twice  twice     twice
      MeasureMilestoneSet        start  ok       start   ok     ok        ok
      MeasureRecorded            start  ok       start   ok     ok        ok
      MeasureRecorded.projected  start  ok       start   ok     ok        ok
      EventRetracted             other  ok       stands  start  start     ok
      EventCorrected             other  ok       stands  start  start     ok
    `,
  })
})

describe('oversight', () => {
  const [visit, report] = ['MonitoringVisitHeld', 'ReportPresented']
  testTable({
    category: 'oversight',
    stream: 'oversight-1',
    states: {
      none: [],
      visit: [visit],
      void: [visit, 'EventRetracted of 1'],
      report: [report],
      both: [report, visit],
      given: [visit, 'FeedbackGiven'],
      answered: [visit, 'FeedbackGiven', 'FeedbackAnswered'],
      made: [report, 'RecommendationMade'],
      replied: [report, 'RecommendationMade', 'RecommendationAnswered'],
      unmade: [report, 'RecommendationMade', 'EventRetracted of 2'],
    },
    data: {
      'FeedbackGiven.next': { feedbackId: 'g', text: 'more' },
      'RecommendationMade.next': { recommendationId: 's', text: 'more' },
    },
    rules: {
      start: 'starts-with',
      one: 'visit-once',
      id: 'id-unique',
      what: 'answers-something',
      ...mending,
    },
    cells: `
                            none  visit void   report both  given answered made  replied unmade
    MonitoringVisitHeld     ok    one   ok     ok     one   one   one      ok    ok      ok
    ReportPresented         ok    ok    ok     ok     ok    ok    ok       ok    ok      ok
    FeedbackGiven           start ok    start  ok     ok    id    id       ok    ok      ok
    FeedbackGiven.next      start ok    start  ok     ok    ok    ok       ok    ok      ok
    FeedbackAnswered        start what  start  what   what  ok    ok       what  what    what
    RecommendationMade      start ok    start  ok     ok    ok    ok       id    id      ok
    RecommendationMade.next start ok    start  ok     ok    ok    ok       ok    ok      ok
    RecommendationAnswered  start what  start  what   what  what  what     ok    ok      what
    EventRetracted          other ok    stands ok     ok    start start    start start   ok
    EventCorrected          other ok    stands ok     ok    start start    start start   ok
    `,
  })

  test.each<[string, readonly string[]]>([
    ['is taken back', [visit, 'FeedbackGiven', 'FeedbackAnswered', 'EventRetracted of 2']],
    ['is moved', [visit, 'FeedbackGiven', 'FeedbackAnswered', 'EventCorrected of 2 to 4']],
  ])('refused where feedback %s that was answered', async (_, path) => {
    expect((await rulesOf(drafts({ stream: 'oversight-1' }, path))).at(-1)).toBe(
      'answers-something',
    )
  })
})

describe('a risk', () => {
  const raised = 'RiskRaised'
  const risk = { category: 'risk', stream: 'risk-1' } as const
  testTable({
    ...risk,
    states: {
      none: [],
      raised: [raised],
      void: [raised, 'EventRetracted of 1'],
      mitigated: [raised, 'MitigationAgreed'],
      closed: [raised, 'RiskClosed'],
      open: [raised, 'RiskClosed', 'EventRetracted of 2'],
    },
    data: { 'MitigationAgreed.next': { mitigationId: 'n', text: 'more', owner: 'Head of SEND' } },
    rules: {
      start: 'starts-with',
      twice: 'starts-once',
      again: 'closed-once',
      late: 'nothing-after-closing',
      id: 'id-unique',
      ...mending,
    },
    cells: `
                             none   raised  void    mitigated  closed  open
      RiskRaised             ok     twice   ok      twice      twice   twice
      RiskReassessed         start  ok      start   ok         late    ok
      MitigationAgreed       start  ok      start   id         late    ok
      MitigationAgreed.next  start  ok      start   ok         late    ok
      RiskClosed             start  ok      start   ok         again   ok
      EventRetracted         other  ok      stands  start      start   ok
      EventCorrected         other  ok      stands  start      start   ok
    `,
  })

  test('its closing may not be moved before what was agreed later', async () => {
    const path = [raised, 'RiskReassessed', 'MitigationAgreed', 'RiskClosed']
    const moved = await rulesOf(drafts(risk, [...path, 'EventCorrected of 4 to 2']))
    expect(moved.at(-1)).toBe('nothing-after-closing')
  })
})

describe('the ledger itself', () => {
  const main = { category: 'ledger', stream: 'ledger-main' } as const
  testTable({
    ...main,
    states: {
      none: [],
      imported: ['ImportDeclared'],
      issued: ['EvidenceIssued'],
      void: ['EvidenceIssued', 'EventRetracted of 1'],
      erased: ['SubjectErased'],
    },
    rules: { declared: 'declaration-stands', ...mending },
    cells: `
                      none   imported  issued  void    erased
      ImportDeclared  ok     ok        ok      ok      ok
      EvidenceIssued  ok     ok        ok      ok      ok
      SubjectErased   ok     ok        ok      ok      ok
      EventRetracted  other  declared  ok      stands  ok
      EventCorrected  other  ok        ok      stands  ok
    `,
  })

  test.each<[string, object, string]>([
    ['a note', { note: 'of May' }, 'ok'],
    ['the number of records', { count: 1 }, 'declaration-stands'],
    ['whose word the instants are', { recordedAt: 'assigned' }, 'declaration-stands'],
  ])('a declared import, corrected: %s', async (_, change, rule) => {
    const data = { ...(samples.ImportDeclared as object), ...change }
    const mended = event(2, 'ledger-main', 'EventCorrected', '2021-11-01', {
      ...{ corrects: idOf(1), reason: 'typed wrong' },
      data,
    })
    const all = await rulesOf([...drafts(main, ['ImportDeclared']), draft(mended, '2021-11-30')])
    expect(all).toEqual(['ok', rule])
  })

  test('what is about the ledger stands in one stream', async () => {
    const all = await rulesOf(drafts({ stream: 'ledger-other' }, ['SubjectErased']))
    expect(all).toEqual(['in-main-stream'])
  })
})
