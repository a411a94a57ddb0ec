/** Words in the scripts that people's libraries are in. Made up: no real artist or album is meant. */
const scripts: readonly {
  readonly share: number
  readonly first: readonly string[]
  readonly second: readonly string[]
}[] = [
  {
    share: 0.55,
    first: 'Silent Golden Paper Northern Broken Velvet Distant Electric Hollow Crimson Little Second Wild Slow'.split(
      ' ',
    ),
    second: 'Rivers Harbour Machines Letters Summer Garden Radio Mountains Ghosts Parade Signals Winter Mirrors'.split(
      ' ',
    ),
  },
  {
    share: 0.12,
    first: 'Schöne Müde Größte Café Über Ñandú Été Åska Żółta Ihrer Œuvre Señor'.split(' '),
    second: 'Straße Träume Mañana Cœur Fjäll Łąka Noël Grüße Canción Forêt'.split(' '),
  },
  {
    share: 0.12,
    first: '夜の 青い 雨 東京 さくら 遠い 白い 星 カゼ ガラス'.split(' '),
    second: '歌 海 手紙 電車 ユメ 花火 時計 メロディー 少女 空'.split(' '),
  },
  {
    share: 0.05,
    first: '月亮 红色 城市 春天 远方 江南'.split(' '),
    second: '之夜 的歌 故事 河流 传说 恋人'.split(' '),
  },
  { share: 0.04, first: '푸른 작은 서울 겨울 하얀 잊혀진'.split(' '), second: '바다 노래 편지 기억 밤 꿈'.split(' ') },
  {
    share: 0.06,
    first: 'Синий Тихий Последний Звёздный Северный Ёлочный'.split(' '),
    second: 'Ветер Город Поезд Берег Январь Свет'.split(' '),
  },
  { share: 0.03, first: 'ليلة أغنية إلى قمر مدينة'.split(' '), second: 'الصيف الحب البحر قديمة بيروت'.split(' ') },
  { share: 0.03, first: 'שיר לילה ירח ים עיר'.split(' '), second: 'ארוך שקט ישן רחוק לבן'.split(' ') },
]

/** A name of a few words, mostly in one script; `pick` answers a random whole number below its argument. */
export function makeName(pick: (below: number) => number): string {
  let at = pick(1000) / 1000
  const script = scripts.find(({ share }) => (at -= share) < 0) ?? scripts[0]
  if (script === undefined) return ''
  const first = script.first[pick(script.first.length)] ?? ''
  const second = script.second[pick(script.second.length)] ?? ''
  return pick(4) === 0 ? `${first} ${second} ${pick(900) + 1}` : `${first} ${second}`
}
