import type { VersionWords } from './types.ts'

export const english: readonly VersionWords[] = [
  {
    tag: 'live',
    is: 'live, concert, in concert, live concert, on stage, live acoustic, at the bbc, tour',
    begins:
      'live aid, live at, live in, live from, live on, live for, live with, live performance, live session, live from the, live version, recorded live, recorded at, performed live, in concert, performs, at wembley, mtv unplugged, unplugged, tiny desk, kexp, from the tour, bbc radio, live on kexp, concert for, full concert',
    ends: 'live version, live session, live sessions, live performance, live video, live lounge, tiny desk concert, performance live, in concert, world tour, unplugged',
    holds:
      'live at, live from, live in concert, mtv unplugged, tiny desk concert, live lounge, live performance, live session, live on kexp, live version, recorded live, late show, tonight show, glastonbury, coachella, rock am ring, lollapalooza, rock in rio, super bowl halftime, halftime show, a colors show, concert film, fancam, jools holland, cercle',
  },
  {
    tag: 'cover',
    is: 'cover, covers, covered, tribute, lullaby, cover version, fingerstyle, 8 bit, 8bit, chiptune',
    begins:
      'cover by, cover of, covered by, tribute to, a tribute to, in the style of, originally performed by, originally by, made famous by, as made famous by, made popular by, as performed by, lullaby rendition, lullaby renditions, cover feat, cover ft',
    ends: 'cover, covers, tribute, tribute band, cover version, lullaby, lullaby version, music box, 8 bit, 8 bit version, chiptune, ai cover',
    holds:
      'originally performed by, in the style of, made famous by, made popular by, tribute to, lullaby rendition, lullaby version, ai cover, piano cover, guitar cover, drum cover, bass cover, violin cover, acoustic cover, metal cover, rock cover, punk cover, cello cover, vocal cover, cover by, covered by, cover version, kids version, kidz bop, 8 bit version, music box version, string quartet tribute, piano tribute',
  },
  {
    tag: 'karaoke',
    is: 'karaoke, sing along, singalong',
    begins: 'karaoke',
    ends: 'karaoke',
    holds:
      'karaoke, karaoke version, karaoke instrumental, lower key, higher key, male key, female key, sing along version, no lead vocal, without lead vocals, backing track, minus one, guide melody',
  },
  {
    tag: 'instrumental',
    is: 'instrumental, inst, instrumental version, off vocal, no vocals, without vocals, type beat',
    begins: 'instrumental',
    ends: 'instrumental, instrumental version, inst, instrumental mix, off vocal, piano version, type beat',
    holds: 'instrumental version, official instrumental, off vocal, no vocals, type beat, drumless, piano instrumental',
  },
  {
    tag: 'acapella',
    is: 'acapella, a cappella, a capella, acappella, vocals only, isolated vocals, vocal only',
    ends: 'acapella, a cappella, a capella, acappella, vocals only',
    holds: 'acapella, a cappella, acappella, isolated vocals, vocals only, studio acapella',
  },
  {
    tag: 'remix',
    is: 'remix, remixed, rmx, mix, bootleg, flip, rework, vip, vip mix, dub, dub mix, remix version, club mix, dance mix, club version, 12 remix, refix, redrum',
    begins: 'remix by, remixed by, remix feat, remix ft',
    ends: 'remix, rmx, mix, bootleg, flip, rework, reworked, vip, dub, refix, remixes, re edit, phonk, phonk remix, club mix, club version, reimagined, reprod',
    holds:
      'rmx, remixed by, bootleg remix, vip mix, club mix, dance mix, phonk remix, hardstyle, lofi remix, lofi version, lo fi version, lo fi remix, drill remix, amapiano remix, techno version',
  },
  {
    tag: 'mashup',
    is: 'mashup, mash up, medley, megamix, mega mix',
    ends: 'mashup, mash up, megamix, medley',
    holds: 'mashup, mash up, megamix',
  },
  {
    tag: 'sped-up',
    is: 'sped up, speed up, spedup, nightcore, fast, faster, sped up version, tiktok version, chipmunk, chipmunk version',
    begins: 'nightcore, sped up, speed up',
    ends: 'nightcore, sped up, speed up, spedup, sped up version, chipmunks',
    holds:
      'nightcore, sped up, speed up, spedup, sped up version, chipmunk version, pitched up, nightcore version, x speed',
  },
  {
    tag: 'slowed',
    is: 'slowed, slow, reverb, slowed down, super slowed, ultra slowed, slowed reverb, slowed and reverb, slow version, chopped and screwed, daycore, reverbed, slowed version, perfectly slowed, slowed to perfection',
    begins: 'slowed, daycore, super slowed, ultra slowed',
    ends: 'slowed, slowed down, reverb, slowed version, slowed and reverb, chopped and screwed',
    holds: 'slowed, slowed reverb, slowed and reverb, slowed down, daycore, chopped and screwed, super slowed',
  },
  {
    tag: 'altered',
    is: '8d, 8d audio, 16d, 9d, bass boosted, bassboosted, bass boost, 432hz, 432 hz, 528hz, use headphones, muffled, underwater, 3d audio, extreme bass, earrape',
    begins: '8d, bass boosted, playing from another room',
    ends: 'bass boosted, 8d audio, from another room, 432hz, 432 hz, empty arena',
    holds:
      '8d, 8d audio, 8d music, 16d audio, 3d audio, bass boosted, bassboosted, bass boost, 432hz, 432 hz, from another room, empty arena, but every, with rain, and rain sounds, in the rain ambience, in the bathroom',
  },
  {
    tag: 'demo',
    is: 'demo, demos, demo version, home demo, early demo, rough mix, rehearsal, work in progress, early version, demo tape, unreleased demo, writing demo, voice memo',
    begins: 'demo',
    ends: 'demo, demos, demo version, rehearsal, early version, rough mix, early take, voice memo, sketch',
    holds: 'demo version, home demo, unreleased demo, voice memo, songwriting demo, acoustic demo, piano demo',
  },
  {
    tag: 'alternate',
    is: 'alternate, alternate version, alternative version, alt version, outtake, alternate take, alternate mix, alternate vocal, alternate ending, alternative mix, take',
    begins: 'take, outtake, alternate take, alternate version',
    ends: 'outtake, alternate take, alternate version, alternative version, alternate mix, alternate lyrics, alternate ending',
    holds: 'outtake, alternate take, alternate version, alternate ending',
  },
  {
    tag: 'reaction',
    is: 'reaction, reacts, first time hearing, first listen, review, explained, meaning, breakdown, analysis, interview, behind the scenes, making of, making the video, commentary, documentary, track by track, lyrics explained, genius, verified, dance tutorial, sheet music, line distribution',
    begins:
      'reaction, reaction to, reacting to, reacts to, first time hearing, first time reaction, first reaction to, making of, the making of, behind the scenes, vocal coach, interview, the story behind, how we made, musicians react, producer reacts, the meaning of',
    ends: 'reaction, reacts, review, explained, first time hearing, analysis, behind the scenes, interview, making of, line distribution, breakdown, making film, commentary',
    holds:
      'reaction, reaction video, reacts, first time hearing, vocal coach, behind the scenes, making of, official lyrics and meaning, lyrics and meaning, vocal analysis, line distribution, first listen, song review',
  },
  {
    tag: 'tutorial',
    is: 'tutorial, lesson, how to play, chords, tabs, drum cam, dance tutorial, choreography tutorial, guitar lesson, piano tutorial, easy piano, synthesia, tab, play along, guitar tab, bass tab, drum cover, drum play along',
    begins: 'how to play, tutorial, guitar lesson, piano tutorial, easy guitar, learn to play',
    ends: 'tutorial, lesson, chords, tabs, play along, synthesia, sheet music, guitar tab, bass tab',
    holds:
      'tutorial, how to play, guitar lesson, piano lesson, synthesia, play along, drum lesson, easy piano, sheet music',
  },
  {
    tag: 'loop',
    is: 'loop, looped, 1 hour, one hour, 1h, hour, hours, 10 hours, repeat, on repeat, 1 hour loop, for 1 hour, 1hour, 30 minutes, 2 hours, 3 hours, 10h',
    begins: '1 hour, 10 hours, one hour, 1h, 10h, 3 hours, 2 hours, 30 min',
    ends: 'loop, 1 hour, one hour, hour loop, hours, 1h, 10 hours, 1 hour version, on repeat, looped',
    holds:
      '1 hour, one hour, 10 hours, hour loop, hour version, for 1 hour, 2 hours, 3 hours, 1hour, 10 hour, 10h, 1h loop, on repeat, for an hour',
  },
  {
    tag: 'compilation',
    is: 'full album, playlist, greatest hits, compilation, mixtape, dj mix, dj set, album mix, full ep, all songs, best of, album sampler, best songs, nonstop, non stop mix, full set, mix tape, top hits',
    begins: 'full album, best of, greatest hits, top 10, playlist, the best of, all songs, best songs',
    ends: 'full album, playlist, greatest hits, compilation, dj set, mixtape, best songs, full ep, album preview, continuous mix, hits',
    holds:
      'full album, greatest hits, dj set, all songs, best songs, continuous mix, non stop, nonstop, hits playlist, full ep, songs playlist, playlist mix, album sampler, album preview',
  },
  {
    tag: 'excerpt',
    is: 'teaser, trailer, preview, snippet, short, shorts, clip, sneak peek, ringtone, excerpt, official trailer, official teaser, highlight, highlight medley, status, whatsapp status, meme, intro only, leak, unreleased',
    begins: 'teaser, trailer, snippet, preview, sneak peek',
    ends: 'teaser, trailer, snippet, preview, ringtone, sneak peek, whatsapp status, meme, highlight medley, shorts',
    holds:
      'teaser, official trailer, snippet, ringtone, sneak peek, whatsapp status, highlight medley, album trailer, edit audio, audio edit, meme',
  },
  { tag: 'parody', is: 'parody, spoof', ends: 'parody, spoof', holds: 'parody, parody of' },
  {
    tag: 're-recording',
    is: 're recorded, rerecorded, re recording, re record, rerecording, re recorded version, new recording, revisited, redux, new version, mmxx',
    begins: 're recorded, rerecorded, new recording',
    ends: 're recorded, rerecorded, re recorded version, re recording, revisited, redux, rerecording',
    holds: 're recorded, rerecorded, re recording, rerecorded version',
  },
  {
    tag: 'language',
    is: 'english, spanish, german, french, japanese, korean, italian, portuguese, chinese, mandarin, russian, english version, spanish version, german version, french version, italian version, portuguese version, japanese version, korean version, chinese version, russian version, english ver, japanese ver, korean ver, chinese ver, spanglish, spanglish version, hindi, tamil, telugu, hindi version, tamil version, telugu version, arabic version, turkish version, greek version, hebrew version, thai version',
    begins: 'english version, spanish version, japanese version, korean version',
    ends: 'english version, spanish version, german version, french version, italian version, portuguese version, japanese version, korean version, chinese version, english ver, japanese ver, korean ver, chinese ver, spanglish version, hindi version, tamil version, telugu version, russian version, mandarin version',
    holds:
      'english version, spanish version, japanese version, korean version, english ver, japanese ver, korean ver, chinese ver',
  },
  {
    tag: 'section',
    is: 'interlude, reprise, intro, outro, skit, prelude, prologue, epilogue, overture, postlude, introduction, coda',
    ends: 'interlude, reprise, skit, intro, outro',
  },
  {
    tag: 'acoustic',
    is: 'acoustic, acoustic version, stripped, stripped version, acoustic mix, acoustic session, acoustic guitar, stripped down, unplugged version, piano and vocal, bare, naked, campfire version, piano acoustic, acoustic performance, stripped back',
    begins: 'acoustic',
    ends: 'acoustic, acoustic version, stripped, stripped version, acoustic session, campfire version, stripped back',
    holds: 'acoustic version, stripped version, acoustic session, campfire version, stripped down',
  },
  {
    tag: 'orchestral',
    is: 'pianoforte, orchestral, orchestral version, symphonic, symphonic version, with orchestra, orchestra version, string version, strings version, piano, piano solo, epic version, cinematic version, choir version',
    begins: 'orchestral, with the london symphony, with orchestra',
    ends: 'orchestral version, symphonic version, orchestra, philharmonic, orchestra version, epic version, cinematic version, strings version, choir version, piano solo',
    holds: 'orchestral version, symphonic version, symphony orchestra, philharmonic orchestra, epic version',
  },
  {
    tag: 'edit',
    is: 'edit, radio edit, single edit, radio version, radio mix, short version, short edit, short ver, tv size, tv version, tv edit, album edit, video edit, edited version, movie version, film version, 7 edit, 7 version, radio cut, video version, tv size version, anime version, short mix, game version, trailer version, tv ver, single cut',
    begins: 'radio edit, single edit, tv size',
    ends: 'radio edit, single edit, radio version, radio mix, short version, short edit, tv size, tv version, video edit, edit, movie version',
    holds: 'radio edit, single edit, tv size',
  },
  {
    tag: 'extended',
    is: 'extended, extended version, extended mix, extended edit, long version, 12 version, 12 mix, 12 inch version, 12 inch mix, full length version, extended play, 12 extended, maxi version, maxi single, extended dance mix, long edit, 12 inch, director s cut, directors cut, uncut, full length',
    begins: 'extended',
    ends: 'extended, extended version, extended mix, extended edit, long version, 12 version, 12 mix, 12 inch mix, 12 inch version',
    holds: 'extended version, extended mix, 12 inch version, 12 inch mix, 12 version, maxi version',
  },
  {
    tag: 'session',
    is: 'session, sessions, studio session, peel session, bbc session, spotify session, spotify singles, apple music session, spotify studios, amazon original, apple music home session, home session, studio live, spotify single, from home',
    begins: 'spotify singles, peel session, recorded at spotify, apple music, amazon original',
    ends: 'session, sessions, spotify singles, home session, radio session',
    holds: 'spotify singles, peel session, spotify session, recorded at spotify, home session',
  },
  {
    tag: 'other-version',
    is: 'original version, christmas version, wedding version, duet version, duet, solo version, rock version, band version, dance version, solo, pop version, country version, holiday version, summer version, winter version',
    ends: 'version, ver, duet, vers',
  },
  {
    tag: 'remaster',
    is: 'remaster, remastered, remastered version, digital remaster, digitally remastered, remasterd, new stereo mix, stereo remaster, newly remastered, remastered album version, remastered audio, hd remaster, 4k remaster, expanded and remastered, official remastered video',
    begins: 'remastered, remaster, digitally remastered, digital remaster, newly remastered',
    ends: 'remaster, remastered, remastered version, remasters, digital remaster',
    holds: 'remaster, remastered, remastered version, digitally remastered',
  },
  {
    tag: 'channels',
    is: 'mono, stereo, mono version, stereo version, mono mix, stereo mix, quadraphonic, surround, dolby atmos, spatial audio, atmos, 5 1, binaural, 360 reality audio, dolby atmos version',
    ends: 'mono, stereo, mono version, stereo version, mono mix, stereo mix',
  },
  {
    tag: 'release',
    is: 'deluxe, deluxe edition, deluxe version, bonus track, bonus, bonus track version, single version, album version, single, album, lp version, single mix, album mix, anniversary, anniversary edition, expanded edition, special edition, lp mix, 10th anniversary, 20th anniversary, 25th anniversary, 30th anniversary, 40th anniversary, 50th anniversary, 10th anniversary edition, 20th anniversary edition, 25th anniversary edition, full version, full ver, full, full song, original single version, hidden track, b side, from the vault, ep version, 45 version, complete version, international version, us version, uk version, original single mix, japan bonus track',
    ends: 'anniversary edition, deluxe edition, bonus track, album version, single version, anniversary version, full version, full ver, expanded edition, deluxe version, lp version, b side',
  },
  {
    tag: 'original',
    is: 'original, original mix, original recording, original song, original soundtrack, main version, main mix, og version, original track, original studio version, studio version, studio, original audio, original key, the original, studio recording, original hit',
  },
  {
    tag: 'video',
    is: 'official video, official music video, music video, official mv, mv, m v, official m v, pv, video, clip, video clip, videoclip, official clip, official hd video, official 4k video, hd video, hd, hq, 4k, uhd, 1080p, 720p, 4k video, 8k, full hd, 60fps, hd 1080p, official, official visualizer, official visualiser, visualizer, visualiser, official visual, visual, performance video, official performance video, performance, official dance video, dance practice, dance practice video, choreography, dance performance, dance performance video, choreography video, special clip, special video, official film, short film, official short film, vertical video, official vertical video, animated video, official animated video, new, new song, upgrade, hd upgrade, 4k upgrade, restored, 4k restored, version, color, colour, vevo, teledysk, track video, dance video, official release, release, official teledysk, promo video, music, song, vhs, watch, with intro, dirty version, official version, uncensored video, widescreen, good quality, best quality, high quality, rare, classic, 80s, 90s, 70s, 60s, hit, hits of the 80s, official upload, remastered in 4k, remastered in hd, official remastered video, official remastered hd video',
    begins:
      'official video, official music video, official hd video, dance practice, official mv, directed by, starring',
    ends: 'official video, official music video, music video, official mv, mv, official clip, official visualizer, visualizer, official visualiser',
    holds:
      'official video, official music video, official mv, official visualizer, official visualiser, official lyric video, dance practice',
  },
  {
    tag: 'audio',
    is: 'audio, official audio, audio only, official song, cd audio, high quality audio, hq audio, hd audio, flac, lossless, cdq, audio hq, audio hd, full audio, album audio, art track, official audio video, static video, official pseudo video, pseudo video, audio oficial, vinyl, vinyl rip, cd quality, cd rip, from vinyl, 24 bit, topic, provided to youtube, auto generated by youtube, stream, official stream, album stream, music only, no music video, album track, hi res, hi res audio, hifi',
    ends: 'official audio',
    holds: 'official audio, high quality audio',
  },
  {
    tag: 'lyrics',
    is: 'lyrics, lyric, with lyrics, lyric video, official lyric video, lyrics video, official lyrics video, official lyrics, lyrics on screen, w lyrics, on screen lyrics, color coded lyrics, colour coded lyrics, han rom eng, eng, rom, kan, subtitles, english subtitles, eng sub, sub, subbed, english lyrics, romanized, lyrics in description, and lyrics, eng lyrics, translation, english translation, lyrics eng, with subtitles, captions, han, pinyin, romaji, kanji, vietsub, lyrics hd, hd lyrics, lyrics in screen, letter, spanish subtitles, color coded, romanization, eng kan rom, easy lyrics',
    begins: 'lyrics, lyric video, with lyrics, color coded lyrics, colour coded lyrics',
    ends: 'lyrics, lyric video, eng sub, with lyrics, subtitles, official lyrics, vietsub',
    holds:
      'lyric video, lyrics video, with lyrics, color coded lyrics, colour coded lyrics, on screen lyrics, official lyrics, eng sub',
  },
  {
    tag: 'credit',
    is: 'soundtrack, ost, original motion picture soundtrack, theme, theme song, main theme, opening, ending, end credits, end title, soundtrack version, title track, official soundtrack, official theme song, no copyright, no copyright music, copyright free, royalty free music, free download, ncs release, ncs, monstercat release, out now, premiere, official premiere, monstercat, gaming music, new single, debut single, single premiere, pop, rock, house, trap, dubstep, drum and bass, edm, bass house, future bass, electro house, electronic, dnb, indie, metal, hip hop, rap, prod, 1080, tiktok, tik tok, tiktok song, viral, viral song, trending, trending song, for tiktok, film version, netflix, from the movie, bollywood, movie, jpop, kpop, j pop, k pop, anime, anime opening, anime ending, op, ed, full op',
    begins:
      'from, from the, music from, theme from, taken from, from the album, from the movie, from the motion picture, from the soundtrack, from the original, from the film, from the series, soundtrack from, produced by, prod, prod by, written by, p by, out now, ost part, ost pt, directed by, composed by, opening theme, ending theme, off the album, ncs release, monstercat release, feat lyrics',
    ends: 'ost, soundtrack, original motion picture soundtrack, theme song, motion picture soundtrack, original soundtrack, opening theme, ending theme, release, records, premiere',
    holds:
      'original motion picture soundtrack, no copyright music, free download, original soundtrack, motion picture soundtrack, ncs release, monstercat release',
  },
  {
    tag: 'explicit',
    is: 'explicit, explicit version, dirty, uncensored, uncut version, parental advisory, explicit lyrics, explicit audio',
    holds: 'explicit version, uncensored',
  },
  {
    tag: 'clean',
    is: 'clean, clean version, censored, radio clean, clean edit, clean lyrics, clean audio, edited, bleeped, no swearing, no cursing',
    ends: 'clean version, clean edit, clean',
    holds: 'clean version, clean edit, censored',
  },
]
