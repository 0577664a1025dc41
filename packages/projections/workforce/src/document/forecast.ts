/**
 * A forecast, where something was assumed: never mixed with what is on record.
 */
import { type Raw, raw, type Section, tabulate, words } from '@send-ledger/documents'
import type { Capacity } from '../capacity-answer.js'
import type { RoleForecast } from '../forecast.js'

/** The section, which names its assumptions; none where nothing was assumed. */
export const forecastSection = ({ forecast }: Capacity): readonly Section<Raw>[] =>
  forecast === null
    ? []
    : [
        {
          id: 'forecast',
          topic: 'Forecast, no record',
          heading: ['What would follow from the assumptions named'],
          paragraphs: forecast.assumptions.map((assumption) => [assumption]),
          charts: [],
          tables: [
            tabulate<Row, Raw>(
              {
                id: 'forecast-by-role',
                caption: 'What follows from the assumptions named',
              },
              [
                ...forecast.roles,
                { role: 'All roles', plansPerMonth: null, clearedIn: forecast.clearedIn },
              ],
              [
                {
                  name: 'role',
                  heading: 'Role',
                  kind: 'text',
                  description: 'The role in the team.',
                  of: ({ role }) => words(role),
                },
                {
                  name: 'clearedIn',
                  heading: 'Overdue cleared in',
                  kind: 'text',
                  description: 'The month by whose end the overdue cases would be cleared.',
                  of: ({ clearedIn: { shown } }) => words(String(shown ?? 'never')),
                },
                {
                  name: 'overdue',
                  heading: 'Overdue',
                  kind: 'integer',
                  description: 'Cases open beyond the 20 weeks.',
                  of: () => raw(forecast.overdue),
                },
                {
                  name: 'plansPerMonth',
                  heading: 'Plans a month',
                  kind: 'decimal',
                  description: 'Plans that those available would finish in a month.',
                  of: ({ plansPerMonth }) => raw(plansPerMonth),
                },
              ],
            ),
          ],
          notes: [],
        },
      ]

type Row = Omit<RoleForecast, 'plansPerMonth'> & {
  readonly plansPerMonth: RoleForecast['plansPerMonth'] | null
}
