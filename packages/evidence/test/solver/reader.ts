/**
 * Somebody outside who has packs for the public and a solver of integer programmes, and nothing of
 * this software. He writes down what is printed and what the measures mean, and asks the least and
 * the most that a count can be.
 *
 * Disclosure control has the same solver look for other values, so what is independent here is all
 * the rest: what is asked. He reads the printed pack and no table of sums; he writes down the
 * definitions himself; he asks for bounds of the count and not for changes of the truth, which he
 * does not have; and what is true is counted from the histories.
 *
 * Source of the definitions: SI 2014/1530 and the published description of the views.
 */
import highs from 'highs'

/** A sum of named counts. */
export type Amount = ReadonlyMap<string, number>

/** The sum of counts, each so many times. */
export const amount = (...terms: readonly (readonly [times: number, name: string])[]): Amount => {
  const sum = new Map<string, number>()
  for (const [times, name] of terms) sum.set(name, (sum.get(name) ?? 0) + times)
  return sum
}

/** The same sum, so many times. */
export const scaled = (of: Amount, times: number): (readonly [number, string])[] =>
  [...of].map(([name, each]) => [each * times, name] as const)

/** What he knows: sums that are equal to a number, or at least one. Every count is 0 to `most`. */
export class Reader {
  private readonly names = new Map<string, string>()
  private readonly rows: string[] = []

  constructor(private readonly most = 99) {}

  /** It is so much. */
  is(of: Amount, value: number): void {
    this.rows.push(`${this.text(of)} = ${value}`)
  }

  /** It is at least so much. */
  isAtLeast(of: Amount, least: number): void {
    this.rows.push(`${this.text(of)} >= ${least}`)
  }

  /** Between which whole numbers a sum lies. */
  async range(of: Amount): Promise<readonly [least: number, most: number]> {
    const solver = await loaded
    const bound = (sense: 'Minimize' | 'Maximize'): number => {
      const objective = this.text(of)
      const all = [...this.names.values()]
      const made = solver.solve(
        [
          sense,
          ` obj: ${objective}`,
          'Subject To',
          ...this.rows.map((row, i) => ` c${i}: ${row}`),
          'Bounds',
          ...all.map((name) => ` 0 <= ${name} <= ${this.most}`),
          'General',
          ` ${all.join(' ')}`,
          'End',
        ].join('\n'),
      )
      if (made.Status !== 'Optimal') throw new Error(`what is printed is ${made.Status}`)
      return Math.round(made.ObjectiveValue)
    }
    return [bound('Minimize'), bound('Maximize')]
  }

  private text(of: Amount): string {
    const terms = [...of].filter(([, times]) => times !== 0)
    return terms
      .map(([name, times]) => {
        const short = this.names.get(name) ?? `x${this.names.size}`
        this.names.set(name, short)
        return `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${short}`
      })
      .join(' ')
  }
}

/** What is used of the solver; its types describe the module otherwise than jest loads it. */
type Load = () => Promise<{
  readonly solve: (problem: string) => { readonly Status: string; readonly ObjectiveValue: number }
}>

const loaded = (highs as unknown as Load)()
