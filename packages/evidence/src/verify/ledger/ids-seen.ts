/**
 * The ids of a ledger that were seen, and where: 20 bytes each, so that a million ids need no
 * million strings.
 */

const wordsOf = (id: string): readonly number[] => {
  const hex = id.replaceAll('-', '')
  return [0, 8, 16, 24].map((from) => Number.parseInt(hex.slice(from, from + 8), 16))
}

const wordsPerId = 4

/** A table from ids to the positions at which they stood first. */
export class IdsSeen {
  private slots = 1024
  private count = 0
  private words = new Uint32Array(this.slots * wordsPerId)
  /** Position and one; 0 where the slot is free. */
  private places = new Uint32Array(this.slots)

  /** The position at which a UUID stood before; undefined where it is new, and is kept. */
  first(id: string, position: number): number | undefined {
    if (this.count * 2 >= this.slots) this.grow()
    const words = wordsOf(id)
    const slot = this.slotOf(words)
    const place = this.places[slot] as number
    if (place > 0) return place - 1
    this.put(slot, words, position + 1)
    this.count += 1
    return undefined
  }

  /** The slot of an id, or the free one that it would get. */
  private slotOf(words: ArrayLike<number>): number {
    let mixed = 0
    for (let i = 0; i < wordsPerId; i++) {
      mixed = Math.imul(mixed ^ (words[i] as number), 0x9e3779b1)
      mixed ^= mixed >>> 15
    }
    let slot = (mixed >>> 0) % this.slots
    while ((this.places[slot] as number) > 0 && !this.holds(slot, words)) {
      slot = (slot + 1) % this.slots
    }
    return slot
  }

  private holds(slot: number, words: ArrayLike<number>): boolean {
    for (let i = 0; i < wordsPerId; i++) {
      if (this.words[slot * wordsPerId + i] !== words[i]) return false
    }
    return true
  }

  private put(slot: number, words: ArrayLike<number>, place: number): void {
    this.words.set(words, slot * wordsPerId)
    this.places[slot] = place
  }

  private grow(): void {
    const { words, places } = this
    this.slots *= 2
    this.words = new Uint32Array(this.slots * wordsPerId)
    this.places = new Uint32Array(this.slots)
    for (const [slot, place] of places.entries()) {
      if (place === 0) continue
      const id = words.subarray(slot * wordsPerId, (slot + 1) * wordsPerId)
      this.put(this.slotOf(id), id, place)
    }
  }
}
