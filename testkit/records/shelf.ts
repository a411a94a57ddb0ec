import type { ArtStyle, Palette } from './art.ts'
import { phrases } from './phrases.ts'
import { seeded } from '../library/index.ts'

/** An album as it stands on the shelf. Names are made up: no real artist or album is meant. */
export interface ShelfAlbum {
  readonly title: string
  readonly artist: string
  readonly year: number
  readonly genre: string
  readonly art: ArtStyle
  readonly palette: Palette
  readonly tracks: readonly { readonly title: string; readonly seconds: number }[]
}

const dusk: Palette = ['#14232e', '#1f5566', '#f08a5d', '#ffd9a0']
const moss: Palette = ['#20402f', '#4f7a4a', '#d9a441', '#ebe4c9']
const night: Palette = ['#12133c', '#2c2f7d', '#ee5d48', '#f6d2c2']
const gold: Palette = ['#1f1606', '#7b5a16', '#f0b429', '#fbe3a1']
const polar: Palette = ['#070d2a', '#123b5e', '#2fbf8f', '#a9f5d4']
const blossom: Palette = ['#3b0f35', '#7d2a6b', '#ef8fb8', '#ffe1ee']
const mist: Palette = ['#3b4754', '#6f8296', '#b9c6d2', '#f1efe9']
const rust: Palette = ['#170c0a', '#5b1d14', '#e0522c', '#ffc9a3']
const pastel: Palette = ['#51618f', '#8ea4d8', '#f6c3cf', '#cfe8f7']
const lagoon: Palette = ['#06343a', '#0f7380', '#7fd8c9', '#e9fbf3']
const plum: Palette = ['#1c1029', '#4b2a73', '#b06be0', '#f3d9ff']
const ink: Palette = ['#101114', '#33373f', '#c9c2b4', '#f4f0e6']

type Line = readonly [
  title: string,
  artist: string,
  year: number,
  genre: string,
  art: ArtStyle,
  palette: Palette,
  script: keyof typeof phrases,
]

const lines: readonly Line[] = [
  ['Slow Harbour', 'Mira Vale', 2023, 'Indie folk', 'harbour', dusk, 'english'],
  ['終着駅', '灯台倶楽部', 2021, 'City pop', 'rails', night, 'japanese'],
  ['ليالي الميناء', 'سلمى النهري', 2019, 'Tarab', 'stars', ['#101a4d', '#1b2f7a', '#c8553d', '#e9bd62'], 'arabic'],
  ['Полярный день', 'Тихая вода', 2022, 'Ambient', 'aurora', polar, 'russian'],
  ['Longwave', 'Northbound Radio', 2018, 'Indie rock', 'halftone', gold, 'english'],
  ['Glasshouse', 'Inès Okafor', 2024, 'Soul', 'sphere', pastel, 'french'],
  ['Ferrous', 'Kestrel & Iron', 2020, 'Metal', 'eclipse', rust, 'english'],
  ['Atlas Minor', 'Ada Brandt', 2017, 'Electronic', 'contours', lagoon, 'german'],
  ['Green Rooms', 'Velvet Apparatus', 2016, 'Funk', 'quarters', moss, 'english'],
  ['Night Orchid', 'Delphine Moreau', 2022, 'Dream pop', 'petals', blossom, 'french'],
  ['Weather Permitting', 'The Understudies', 2015, 'Indie rock', 'hills', mist, 'english'],
  ['Mareas', 'Marisol Quay', 2021, 'Folk', 'harbour', lagoon, 'spanish'],
  ['深夜便', '青井ミナト', 2024, 'City pop', 'harbour', plum, 'japanese'],
  ['Zwischen den Jahren', 'Lenz & Söhne', 2013, 'Kammerpop', 'hills', ink, 'german'],
  ['Papelitos', 'Los Faroles', 2011, 'Cumbia', 'stripes', ['#b0252f', '#1d5c63', '#f0b429', '#fff2d8'], 'spanish'],
  ['푸른 밤', '겨울바다', 2023, 'Ballad', 'aurora', plum, 'korean'],
  ['Small Hours', 'Mira Vale', 2020, 'Indie folk', 'eclipse', dusk, 'english'],
  [
    'Concrete Gardens',
    'Ostinato Club',
    2019,
    'Jazz',
    'quarters',
    ['#1c2541', '#3a506b', '#f25f5c', '#f7f3e3'],
    'english',
  ],
  ['Северный порт', 'Тихая вода', 2018, 'Ambient', 'hills', polar, 'russian'],
  ['Salt Maps', 'Ines & the Cartographers', 2022, 'Folk', 'contours', dusk, 'english'],
  ['城市之夜', '林小满', 2020, 'Pop', 'rails', ['#0b2027', '#14505c', '#f4a259', '#f8e9d2'], 'chinese'],
  ['Overtone', 'Ada Brandt', 2021, 'Electronic', 'stripes', plum, 'german'],
  ['Café sans heures', 'Delphine Moreau', 2019, 'Chanson', 'sphere', gold, 'french'],
  ['Paper Planets', 'Half Moon Hotel', 2017, 'Dream pop', 'sphere', blossom, 'english'],
  ['قهوة الصباح', 'سلمى النهري', 2023, 'Tarab', 'stars', ['#3b0f12', '#7a2a1b', '#d9a441', '#f7e2b0'], 'arabic'],
  ['Lighthouse Keeping', 'Northbound Radio', 2021, 'Indie rock', 'rails', mist, 'english'],
  ['Quiet Engines', 'Proof Theory', 2024, 'Electronic', 'halftone', lagoon, 'english'],
  ['Roots & Wires', 'Velvet Apparatus', 2019, 'Funk', 'petals', moss, 'english'],
  ['Luz de invierno', 'Marisol Quay', 2018, 'Folk', 'hills', pastel, 'spanish'],
  ['夏の手紙', '青井ミナト', 2019, 'City pop', 'sphere', polar, 'japanese'],
  ['Black Sand', 'Kestrel & Iron', 2016, 'Metal', 'contours', ink, 'english'],
  ['Sonntagsstraße', 'Lenz & Söhne', 2017, 'Kammerpop', 'quarters', dusk, 'german'],
  ['Second Daylight', 'The Understudies', 2020, 'Indie rock', 'aurora', rust, 'english'],
  ['Blue Note Weather', 'Ostinato Club', 2022, 'Jazz', 'stripes', night, 'english'],
  ['Hotel Stationery', 'Half Moon Hotel', 2021, 'Dream pop', 'petals', night, 'english'],
  ['Lemma', 'Proof Theory', 2020, 'Electronic', 'quarters', ['#0d1b2a', '#415a77', '#e0e1dd', '#f2c14e'], 'english'],
]

/** Titles that known albums must have. */
const known: Readonly<Record<string, readonly string[]>> = {
  'Slow Harbour': [
    'Paper Lanterns',
    'Undertow Hymn',
    'Low Tide, Early',
    'The Pilot Boat',
    'Harbour Lights',
    'Nine Fathoms',
    'Salt Letter',
    'Slow Harbour',
    'Moorings',
  ],
  終着駅: ['始発', '各駅停車', '夜行列車', '乗り換え', '終電', '改札の灯', '終着駅'],
}

/** Every album, each with its titles and their lengths. The same in every run. */
export function shelf(): readonly ShelfAlbum[] {
  return lines.map(([title, artist, year, genre, art, palette, script], index) => {
    const pick = seeded(index + 1)
    const left = [...phrases[script]]
    const drawn = Array.from({ length: 7 + pick(4) }, () => left.splice(pick(left.length), 1)[0] ?? title)
    const titles = known[title] ?? drawn
    return {
      title,
      artist,
      year,
      genre,
      art,
      palette,
      tracks: titles.map((name) => ({ title: name, seconds: 150 + pick(190) })),
    }
  })
}
