import type { VersionWords } from './types.ts'

/** German, Dutch, Polish, Swedish, Turkish, Vietnamese, Indonesian: what they say in words of their own. */
export const others: readonly VersionWords[] = [
  {
    tag: 'live',
    is: 'live auf, im konzert, konzert, livekonzert, na żywo, canlı, canlı performans, konser, akustik canlı, trực tiếp, live show, konsert, naživo, élőben, ao vivo no',
    begins: 'live aus, live im, live bei, live auf, live op, live på, live w, na żywo, canlı, koncert, live i, konser',
    ends: 'live konzert, na żywo, canlı, canlı performans, konseri, koncert',
    holds: 'live konzert, na żywo, canlı performans, harbiye açıkhava',
  },
  {
    tag: 'cover',
    is: 'coverversion, nachgesungen, yorumu',
    begins: 'cover von, coverversion von',
    ends: 'coverversion, hát lại',
    holds: 'im stil von, coverversion',
  },
  {
    tag: 'karaoke',
    is: 'playback, podkład',
    begins: 'playback',
    ends: 'playback, podkład, karaoke version, beat chuẩn, karaoke tone nam, karaoke tone nữ',
    holds: 'beat chuẩn, tone nam, tone nữ, podkład muzyczny, halbplayback',
  },
  {
    tag: 'instrumental',
    is: 'instrumentalversion, instrumentaal, enstrümantal, enstrumental, fon müziği, beat gốc',
    ends: 'instrumentalversion, enstrümantal',
    holds: 'instrumentalversion, enstrümantal',
  },
  { tag: 'sped-up', is: 'schneller, hızlandırılmış', holds: 'hızlandırılmış, przyspieszone' },
  { tag: 'slowed', is: 'langsamer, yavaşlatılmış, spowolnione', holds: 'yavaşlatılmış, spowolnione' },
  {
    tag: 'reaction',
    is: 'reaktion, tepki, rezension, interview mit, erklärt',
    begins: 'reaktion auf, reaktion',
    ends: 'reaktion, tepki, reakcja, erklärt',
  },
  {
    tag: 'tutorial',
    is: 'gitarrenkurs, akkorde, nasıl çalınır',
    begins: 'wie man spielt',
    ends: 'lernen, akorlar, gitar dersi',
  },
  {
    tag: 'loop',
    is: '1 stunde, eine stunde, 10 stunden, 1 saat, 1 godzina, 1 giờ',
    holds: '1 stunde, eine stunde, 10 stunden, 1 saat, 1 godzina, 1 giờ',
  },
  {
    tag: 'compilation',
    is: 'ganzes album, komplettes album, cały album, full albüm, en iyi şarkıları, liên khúc, tuyển tập',
    begins: 'liên khúc, tuyển tập',
    holds: 'komplettes album, cały album, full albüm',
  },
  { tag: 'parody', is: 'parodie, parodi, nhạc chế', ends: 'parodi, nhạc chế', holds: 'nhạc chế' },
  {
    tag: 'language',
    is: 'deutsche version, englische version, auf deutsch, englisch, deutsch, polska wersja, türkçe, türkçe versiyon, svensk version, nederlandse versie, lời việt',
    ends: 'deutsche version, englische version, auf deutsch, türkçe versiyon, polska wersja, lời việt',
    holds: 'deutsche version, englische version, auf deutsch, nederlandse versie',
  },
  {
    tag: 'acoustic',
    is: 'akustik, akustikversion, akustisch, akustisk, akustycznie, akustik versiyon',
    ends: 'akustik, akustikversion, akustisch, akustycznie, akustik versiyon',
    holds: 'akustikversion',
  },
  { tag: 'edit', is: 'radioversion, kurzversion' },
  { tag: 'extended', is: 'langversion, maxi version, maxi versiyon' },
  { tag: 'remix', is: 'remiks, remiksi', ends: 'remiks, remiksi' },
  { tag: 'other-version', ends: 'versiyon, wersja, versie, fassung' },
  { tag: 'remaster', is: 'neu gemastert, remasterisiert' },
  {
    tag: 'video',
    is: 'offizielles video, offizielles musikvideo, musikvideo, oficjalny teledysk, teledysk, resmi video, video klip, klip, officiële video, orijinal klip, mv chính thức',
    holds: 'offizielles video, offizielles musikvideo, oficjalny teledysk, video klip',
  },
  { tag: 'audio', is: 'oficjalne audio, resmi ses, offizielles audio, şarkı' },
  {
    tag: 'lyrics',
    is: 'songtext, mit text, mit songtext, lyrics deutsch, tekst, z tekstem, şarkı sözleri, sözleri, sözleriyle, lời bài hát, deutsche übersetzung, çeviri, türkçe çeviri, tekst piosenki',
    ends: 'songtext, mit text, şarkı sözleri, sözleri, tekst piosenki, türkçe çeviri',
    holds: 'şarkı sözleri, deutsche übersetzung, tekst piosenki, türkçe çeviri, lời bài hát',
  },
  {
    tag: 'credit',
    is: 'titelsong, aus dem film, dizi müziği, jenerik müziği',
    begins: 'aus dem film, aus dem album, titelmusik',
    ends: 'dizi müziği',
  },
]
