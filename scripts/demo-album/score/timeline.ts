/** Beats to seconds. */
export interface Timeline {
  /** Seconds at which a beat falls. */
  at(beat: number): number
}

/** From `beat` on, the tempo in beats per minute; `ramp` slides there evenly until the next mark. */
export interface TempoMark {
  readonly beat: number
  readonly tempo: number
  readonly ramp?: boolean
}

export interface Feel {
  /** Seconds before the first beat. */
  readonly leadIn: number
  /** Share of a beat taken by its first half; 0.5 is straight, 0.667 a triplet swing. */
  readonly swing: number
}

export function timeline(marks: readonly TempoMark[], feel: Feel): Timeline {
  return {
    at: (beat) => {
      const swung = swingBeat(beat, feel.swing)
      let seconds = feel.leadIn
      marks.forEach((mark, index) => {
        const following = marks[index + 1]
        const end = Math.min(swung, following?.beat ?? Number.POSITIVE_INFINITY)
        if (index > 0 && end <= mark.beat) return
        const beats = end - mark.beat
        if (mark.ramp === true && following !== undefined) {
          // Tempo v + k·b: the integral of 60 / (v + k·b).
          const slope = (following.tempo - mark.tempo) / (following.beat - mark.beat)
          seconds += (60 / slope) * Math.log(1 + (slope * beats) / mark.tempo)
        } else {
          seconds += (beats * 60) / mark.tempo
        }
      })
      return seconds
    },
  }
}

function swingBeat(beat: number, swing: number): number {
  const whole = Math.floor(beat)
  const rest = beat - whole
  const swung = rest < 0.5 ? rest * 2 * swing : swing + (rest - 0.5) * 2 * (1 - swing)
  return whole + swung
}
