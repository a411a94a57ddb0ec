import type { VersionWords } from './types.ts'

/** Spanish, Portuguese, French and Italian. */
export const romance: readonly VersionWords[] = [
  {
    tag: 'live',
    is: 'en vivo, en directo, ao vivo, en concierto, en public, en concert, dal vivo, in concerto, live en vivo, concierto, versión en vivo, version live',
    begins: 'en vivo, en directo, ao vivo, dal vivo, en concierto, en public, en concert, em concerto, directo',
    ends: 'en vivo, en directo, ao vivo, dal vivo, en concierto, en public, en concert',
    holds: 'en vivo, en directo, ao vivo, dal vivo, en concierto',
  },
  {
    tag: 'cover',
    is: 'versión de, homenaje, tributo, reprise de',
    begins: 'cover de, tributo a, homenaje a, versión de, versão de, reprise de, hommage à, cover di, omaggio a',
    ends: 'cover en español, cover español, cover em português, cover latino',
    holds: 'al estilo de, tributo a, homenaje a, cover en español, cover español, no estilo de, popularizado por',
  },
  {
    tag: 'karaoke',
    is: 'karaoké, base musicale',
    ends: 'karaoké',
    holds: 'karaoké, versión karaoke, versão karaokê, karaokê, base musicale',
  },
  {
    tag: 'instrumental',
    is: 'instrumentale, strumentale, pista, pista instrumental, versión instrumental, versão instrumental',
    ends: 'instrumentale, strumentale, versión instrumental',
    holds: 'pista instrumental, versión instrumental, strumentale',
  },
  { tag: 'sped-up', is: 'acelerada, acelerado, accéléré, versión acelerada', holds: 'acelerada, versión acelerada' },
  { tag: 'slowed', is: 'ralentizada, lenta, ralenti, desacelerada', holds: 'ralentizada, ralentizado, desacelerada' },
  {
    tag: 'reaction',
    is: 'reacción, reação, réaction, reazione, análisis, entrevista',
    begins: 'reacción, reaccionando a, reagindo a, réaction',
    ends: 'reacción, reação, reazione',
  },
  {
    tag: 'tutorial',
    is: 'tutoriel, acordes, cifra, como tocar, cómo tocar',
    begins: 'cómo tocar, como tocar, comment jouer, aula de',
    ends: 'acordes, cifra',
  },
  {
    tag: 'loop',
    is: '1 hora, una hora, uma hora, 1 heure, 1 ora, 10 horas',
    holds: '1 hora, una hora, uma hora, 1 heure, 10 horas',
  },
  {
    tag: 'compilation',
    is: 'álbum completo, disco completo, grandes éxitos, album complet, mejores canciones, lo mejor de, as melhores, cd completo',
    holds: 'álbum completo, disco completo, grandes éxitos, cd completo, sus mejores éxitos, album complet',
  },
  { tag: 'parody', is: 'parodia, paródia, parodie', ends: 'parodia, paródia, parodie', holds: 'parodia de' },
  {
    tag: 'language',
    is: 'en español, versión en español, en inglés, versión en inglés, em português, en français, version française, in italiano, versione italiana, versão em português, versão em inglês, versión español, version espagnole, version anglaise, versione inglese, versione spagnola, en anglais',
    ends: 'en español, versión en español, en inglés, em português, version française, versione italiana, in italiano',
    holds: 'versión en español, versión en inglés, version française, versione italiana, versão em português',
  },
  {
    tag: 'acoustic',
    is: 'acústico, acústica, versión acústica, versão acústica, acoustique, version acoustique, acustica, acustico, versione acustica',
    begins: 'acústico',
    ends: 'acústico, acústica, acoustique, versión acústica, versão acústica, versione acustica',
    holds: 'versión acústica, versão acústica, version acoustique',
  },
  {
    tag: 'remix',
    is: 'versión cumbia, versión salsa, versión bachata, versión reggaeton, versión banda',
    ends: 'versión cumbia, versión salsa, versión bachata, cumbia remix, versión banda, versión mariachi, versão forró',
    holds: 'versión cumbia, versión salsa, versión bachata',
  },
  { tag: 'extended', is: 'versión extendida, version longue, versione estesa, versão estendida' },
  { tag: 'edit', is: 'versión radio, versione radio, versión corta, version courte' },
  { tag: 'other-version', ends: 'versión, versão, versione, en duo, a dueto' },
  {
    tag: 'remaster',
    is: 'remasterizado, remasterizada, remasterisé, remasterizzato, remasterizada en',
    ends: 'remasterizado, remasterizada, remasterisé',
    holds: 'remasterizado, remasterizada, remasterisé, remasterizzato',
  },
  {
    tag: 'video',
    is: 'video oficial, videoclip oficial, vídeo oficial, clipe oficial, clip officiel, video ufficiale, clip oficial, oficial, officiel, ufficiale, videoclip ufficiale, vídeo clipe, vídeo, clipe, video clip oficial, video musical oficial, estreno, cortometraje, nuevo, clip video',
    begins: 'video oficial, clip officiel',
    ends: 'video oficial, videoclip oficial, clipe oficial, clip officiel, video ufficiale',
    holds: 'video oficial, videoclip oficial, clipe oficial, clip officiel, video ufficiale, vídeo oficial',
  },
  {
    tag: 'audio',
    is: 'audio oficial, áudio oficial, audio officiel, audio ufficiale, canción, música, audio original, visualizer oficial, visualizer',
  },
  {
    tag: 'lyrics',
    is: 'letra, con letra, letras, com letra, paroles, avec paroles, testo, con testo, letra oficial, lyric video oficial, video con letra, letra y lyrics, sub español, subtitulado, subtitulada, legendado, tradução, traducida, traducción, traduction, sub español lyrics, letra en español, traduzione, subtitulada al español, traducida al español, subtitulado al español',
    begins: 'letra, paroles, con letra',
    ends: 'letra, con letra, paroles, testo, sub español, subtitulado, legendado, tradução, traducida al español',
    holds: 'sub español, con letra, legendado, subtitulado, subtitulada, traducida al español',
  },
  {
    tag: 'credit',
    is: 'banda sonora, tema principal, bande originale, colonna sonora, tema',
    begins:
      'de la película, banda sonora de, bande originale de, colonna sonora, prod por, del álbum, extrait de, dal film, da novela',
    holds: 'banda sonora original',
  },
  { tag: 'explicit', is: 'explícito, explícita, sin censura' },
  { tag: 'clean', is: 'censurado, versión limpia' },
]
