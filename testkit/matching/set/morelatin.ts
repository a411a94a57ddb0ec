/** Other wishes for the same kinds of recordings, written in a second round. Latin script. */
export const moreLatin = String.raw`
= clocks latin
@studio Clocks :: Coldplay :: A Rush of Blood to the Head :: 5:07
@live Clocks - Live 2003 :: Coldplay :: Live 2003 :: 6:10
studio Clocks :: Coldplay - Topic :: 5:08
studio~ Coldplay - Clocks (Official Video) :: Coldplay :: 4:16
live Coldplay - Clocks (Live 2003) :: Coldplay :: 6:11
slowed clocks (slowed n reverb) - coldplay :: velvet hours :: 6:02
cuban Clocks (feat. Coldplay) :: Rhythms Del Mundo - Topic :: 5:01
piano Coldplay - Clocks | Piano Tutorial :: EasyKeys :: 5:10
? studio
? live
? live !live
? studio !studio
= mrbrightside latin
@studio Mr. Brightside :: The Killers :: Hot Fuss :: 3:42
@remix Mr. Brightside - Jacques Lu Cont's Thin White Duke Mix :: The Killers :: Sawdust :: 8:48
studio The Killers - Mr. Brightside (Official Music Video) :: TheKillersVEVO :: 3:48
studio Mr Brightside :: The Killers :: 3:43 :: spotify :: Hot Fuss
remix Mr. Brightside (Jacques Lu Cont's Thin White Duke Mix) :: The Killers - Topic :: 8:48
royal The Killers - Mr Brightside (Live From The Royal Albert Hall) :: TheKillersVEVO :: 4:28
crowd 80,000 people sing Mr Brightside :: pitchside :: 3:30
karaoke Mr. Brightside - The Killers (Karaoke Version) :: Sing King :: 3:50
? studio
? remix
? remix !remix
? studio !studio
= creep latin
@studio Creep :: Radiohead :: Pablo Honey :: 3:59
@acoustic Creep - Acoustic :: Radiohead :: My Iron Lung :: 4:19
@tlc Creep :: TLC :: CrazySexyCool :: 4:28
studio Radiohead - Creep :: Radiohead :: 3:57
studio Creep :: Radiohead - Topic :: 3:59
acoustic Creep (Acoustic) :: Radiohead - Topic :: 4:19
tlc TLC - Creep (Official HD Video) :: TLCVEVO :: 4:27
scala Creep - Scala & Kolacny Brothers :: Scala Choir :: 4:46
live Radiohead - Creep (Live at Reading 1994) :: reading archives :: 4:10
? studio
? acoustic
? tlc
? tlc !tlc
? studio !studio
? acoustic !acoustic
= umbrella latin
@studio Umbrella :: Rihanna; JAY-Z :: Good Girl Gone Bad :: 4:35
@solo Umbrella :: Vanilla Sky :: Changed :: 3:42
studio Rihanna - Umbrella (Orange Version) (Official Music Video) ft. JAY-Z :: RihannaVEVO :: 4:13
studio Umbrella (feat. JAY-Z) :: Rihanna - Topic :: 4:36
solo Vanilla Sky - Umbrella :: VanillaSkyVEVO :: 3:43
eightd Rihanna - Umbrella (8D AUDIO) :: Spin Sounds :: 4:36
react Rihanna Umbrella reaction :: Nostalgia Boys :: 12:12
inst Umbrella (Instrumental) :: beatrepo :: 4:35
? studio
? solo
? solo !solo
? studio !studio
? studio -artist
= africatoto latin
@studio Africa :: TOTO :: Toto IV :: 4:55
@weezer Africa :: Weezer :: Weezer (Teal Album) :: 3:58
studio Toto - Africa (Official HD Video) :: TOTO :: 4:32
studio Africa :: TOTO :: 4:55 :: deezer :: Toto IV
weezer Weezer - Africa (starring Weird Al Yankovic) :: Weezer :: 4:01
mall Toto - Africa (playing in an empty shopping centre) :: cecil robots :: 4:40
loop Africa by Toto 10 hours :: forever loops :: 600:00
x Hold the Line :: TOTO - Topic :: 3:56
? studio
? weezer
? weezer !weezer
? studio !studio
= sweetdreams latin
@studio Sweet Dreams (Are Made of This) - 2005 Remaster :: Eurythmics; Annie Lennox; Dave Stewart :: Sweet Dreams :: 3:36
@manson Sweet Dreams (Are Made of This) :: Marilyn Manson :: Smells Like Children :: 4:49
@bey Sweet Dreams :: Beyoncé :: I Am... Sasha Fierce :: 3:28
studio Eurythmics, Annie Lennox, Dave Stewart - Sweet Dreams (Are Made Of This) (Official Video) :: EurythmicsVEVO :: 3:36
studio Sweet Dreams :: Eurythmics - Topic :: 3:36
manson Marilyn Manson - Sweet Dreams (Are Made Of This) (Alt. Version) :: MarilynMansonVEVO :: 4:26
manson Sweet Dreams (Are Made Of This) :: Marilyn Manson - Topic :: 4:49
bey Beyoncé - Sweet Dreams (Video) :: beyoncé :: 3:29
hardtech Sweet Dreams (Techno Remix) :: RAVE BASEMENT :: 3:33
? studio
? manson
? bey
? manson !manson
? bey !bey
= dejavu latin
@olivia deja vu :: Olivia Rodrigo :: SOUR :: 3:35
@bey Déjà Vu (feat. Jay-Z) :: Beyoncé; JAY-Z :: B'Day :: 4:00
@initial Deja Vu :: Dave Rodgers :: Initial D :: 4:21
olivia Olivia Rodrigo - deja vu (Official Video) :: OliviaRodrigoVEVO :: 3:52
olivia deja vu :: Olivia Rodrigo - Topic :: 3:35
bey Beyoncé - Déjà Vu (Official Video) ft. Jay-Z :: beyonceVEVO :: 4:01
initial Dave Rodgers - Deja Vu :: eurobeat union :: 4:22
tomorrow TOMORROW X TOGETHER 'Deja Vu' Official MV :: HYBE LABELS :: 3:40
sped olivia rodrigo - deja vu (speed up) :: qwkr :: 2:58
? olivia
? bey
? initial
? bey !bey
? olivia !olivia
= sunflowerrex latin
@post Sunflower - Spider-Man: Into the Spider-Verse :: Post Malone; Swae Lee :: Hollywood's Bleeding :: 2:38
@rex Sunflower :: Rex Orange County :: Sunflower :: 4:12
post Post Malone, Swae Lee - Sunflower (Spider-Man: Into the Spider-Verse) (Official Video) :: PostMaloneVEVO :: 2:42
post Sunflower (Spider-Man: Into the Spider-Verse) :: Post Malone - Topic :: 2:38
rex Rex Orange County - Sunflower (Official Audio) :: RexOrangeCountyVEVO :: 4:12
vampire Vampire Weekend - Sunflower ft. Steve Lacy (Official Video) :: Vampire Weekend :: 2:18
nightcore Nightcore - Sunflower (Post Malone, Swae Lee) :: Nightmoon :: 2:10
? post
? rex
? rex !rex
? post !post
= redisland latin
@studio Red Island :: Hana & the Foxes :: Maps :: 3:21
@live Red Island (Live at the Barn) :: Hana & the Foxes :: Barn Tapes :: 3:59
@demo Red Island (Four-Track Demo) :: Hana & the Foxes :: Maps (Expanded) :: 3:10
@kel Red Island (Kel Amsel Remix) :: Hana & the Foxes; Kel Amsel :: Maps Remixed :: 5:40
studio Hana & The Foxes - Red Island (Official Lyric Video) :: hanaandthefoxes :: 3:22
studio Red Island :: Hana and the Foxes - Topic :: 3:21
live Hana & the Foxes: "Red Island" live at the Barn :: The Barn Sessions :: 4:00
demo Red Island (Four-Track Demo) :: Hana & the Foxes - Topic :: 3:10
kel Hana & The Foxes - Red Island (Kel Amsel Remix) :: Kel Amsel :: 5:41
jon Hana & The Foxes - Red Island (Jon Pike Remix) :: Jon Pike :: 5:38
? studio
? live
? demo
? kel
? kel !kel
? demo !demo
? live !live
? studio !studio
= openwater latin
@studio Open Water :: Calder :: Fathoms :: 4:18
@ext Open Water (Extended Mix) :: Calder :: Fathoms :: 7:02
@radio Open Water (Radio Edit) :: Calder :: Fathoms :: 3:10
studio Calder - Open Water :: Deep Shelf Music :: 4:18
ext Calder - Open Water (Extended Mix) :: Deep Shelf Music :: 7:03
radio Open Water (Radio Edit) :: Calder - Topic :: 3:11
x Open Waters :: Calder & Finn - Topic :: 4:19
x Water :: Calder - Topic :: 4:17
set Calder @ Open Water Festival 2023 full set :: festival rec :: 58:00
? studio
? ext
? radio
? ext !ext
? radio !radio,studio
? studio !studio
= foxglove latin
@one Foxglove, Pt. 1 :: Nettle :: Hedgerow :: 2:58
@two Foxglove, Pt. 2 :: Nettle :: Hedgerow :: 3:02
@three Foxglove III :: Nettle :: Hedgerow II :: 3:00
one Foxglove (Part One) :: Nettle - Topic :: 2:58
two Nettle - Foxglove Part II :: Nettle :: 3:02
three Nettle - Foxglove III :: Nettle :: 3:00
whole Nettle - Foxglove (Parts 1 & 2) [Live] :: Nettle :: 6:20
? one
? two
? three
? two !two
? one !one
? three !three
= heartland latin
@studio My Heart Is a Compass :: Josie Wray; Amos Lee Tate :: True North :: 3:56
@solo My Heart Is a Compass - Solo Piano Version :: Josie Wray :: True North (Deluxe) :: 4:04
studio My Heart Is a Compass (with Amos Lee Tate) :: Josie Wray :: 3:56 :: applemusic
studio Josie Wray x Amos Lee Tate - My Heart Is A Compass [Official Audio] :: JosieWrayVEVO :: 3:57
solo Josie Wray - My Heart Is a Compass (Solo Piano Version) :: JosieWrayVEVO :: 4:05
cover My Heart Is a Compass (cover) | Josie Wray :: Dee on Guitar :: 3:50
karaoke My Heart Is A Compass (Originally Performed by Josie Wray) [Karaoke Version] :: Karaoke Cloud :: 3:56
x My Heart Is a Drum :: Beck - Topic :: 4:32
? studio
? solo
? studio -d
? studio !studio
? solo !solo
= anthem99 latin
@studio Anthem '99 :: Static Parade :: Loud Hours :: 3:44
@other Anthem :: Leonard Cohen :: The Future :: 6:09
@part2 Anthem Part Two :: blink-182 :: Take Off Your Pants and Jacket :: 3:48
studio Static Parade - Anthem '99 (Official Video) :: StaticParadeVEVO :: 3:46
other Leonard Cohen - Anthem (Official Audio) :: LeonardCohenVEVO :: 6:10
part2 Anthem Pt. 2 :: Blink 182 - Topic :: 3:49
part1 Anthem :: blink-182 - Topic :: 3:36
x Anthem '98 :: Static Parade - Topic :: 3:43
? studio
? other
? part2
? part2 !part2
? studio !studio
? other !other
= cleanversions latin
@exp Bad Habits of Mine :: Trey Voss :: Habits :: 2:49 ::  :: explicit
@clean Bad Habits of Mine (Clean) :: Trey Voss :: Habits (Clean) :: 2:49 ::  :: clean
exp Trey Voss - Bad Habits of Mine [Explicit] :: TreyVossVEVO :: 2:50
exp Bad Habits of Mine (Explicit) :: Trey Voss :: 2:49 :: deezer
x Ed Sheeran - Bad Habits :: Ed Sheeran :: 4:01
beat [FREE] Trey Voss Type Beat "Bad Habits" :: oxbeats :: 2:45
slowed Trey Voss - Bad Habits of Mine (s l o w e d) :: dripslow :: 3:20
? exp
? exp !exp
= rivers latin
@studio Three Rivers :: Ola Stein Quartet :: Confluence :: 7:45
@take Three Rivers (Take 4) :: Ola Stein Quartet :: Confluence: The Sessions :: 8:01
@vivo Three Rivers - Live in Montreux :: Ola Stein Quartet :: Live in Montreux :: 9:30
studio Three Rivers :: Ola Stein Quartet - Topic :: 7:45
take Three Rivers (Take 4) :: Ola Stein Quartet - Topic :: 8:02
vivo Ola Stein Quartet: Three Rivers, Live in Montreux :: Jazz TV :: 9:32
lesson Three Rivers - Ola Stein transcription (sheet music) :: jazz notes :: 7:45
x Three Rivers Hotel :: Big Country - Topic :: 7:40
? studio
? take
? vivo
? take !take
? studio !studio
? vivo !vivo
= lanterns latin
@studio Lanterns (feat. Priya Sen) :: Oskar Lind; Priya Sen :: Lanterns :: 3:05
@inst Lanterns (Instrumental) :: Oskar Lind :: Lanterns :: 3:05
@acoustic Lanterns - Stripped :: Oskar Lind; Priya Sen :: Lanterns :: 2:50
studio Oskar Lind ft. Priya Sen - Lanterns :: Magnet Music :: 3:05
studio Lanterns :: Oskar Lind, Priya Sen :: 3:05 :: tidal :: Lanterns
inst Lanterns (Instrumental) :: Oskar Lind - Topic :: 3:05
acoustic Oskar Lind - Lanterns (Stripped) feat. Priya Sen :: Oskar Lind :: 2:51
birds Birds of Tokyo - Lanterns :: BirdsofTokyoVEVO :: 4:21
? studio
? inst
? acoustic
? inst !inst
? studio !studio
? acoustic !acoustic
= nonstop latin
@studio Nonstop :: Drake :: Scorpion :: 3:58
@mine Nonstop Love :: Vela :: Orbit :: 3:30
studio Drake - Nonstop :: DrakeVEVO :: 4:00
studio Nonstop :: Drake - Topic :: 3:58
mine Vela - Nonstop Love (Official Video) :: Vela :: 3:31
mix Nonstop Love Songs 2024 playlist :: hits radio :: 92:00
flip Nonstop (Vela Flip) :: Vela :: 3:29
? studio
? mine
? mine !mine
? studio !studio
= esperanza latin
@studio Última Luz :: Los Faros :: Costa :: 4:02
@vivo Última Luz - En Vivo :: Los Faros :: En Vivo en Lima :: 4:45
@duo Última Luz (feat. Inés Roca) :: Los Faros; Inés Roca :: Costa (Deluxe) :: 4:00
studio LOS FAROS - ULTIMA LUZ (VIDEOCLIP OFICIAL) :: Los Faros :: 4:10
studio Última Luz :: Los Faros - Topic :: 4:02
vivo Los Faros - Última luz (en vivo en Lima) :: Los Faros :: 4:46
duo Última Luz (feat. Inés Roca) :: Los Faros - Topic :: 4:00
acordes Última Luz - Los Faros acordes guitarra :: toca fácil :: 6:00
x Última Lluvia :: Los Faros - Topic :: 4:01
? vivo
? vivo !vivo
? studio !studio,duo
? duo
= chanson latin
@studio L'été sans toi :: Mireille Aubry :: Saisons :: 3:12
@live L'été sans toi (En concert à l'Olympia) :: Mireille Aubry :: Olympia 1998 :: 3:40
studio Mireille Aubry - L’été sans toi (Clip officiel) :: MireilleAubryVEVO :: 3:18
studio L'Ete Sans Toi :: Mireille Aubry - Topic :: 3:12
live Mireille Aubry - L'été sans toi (en concert à l'Olympia 1998) :: ina style :: 3:41
paroles Karaoké L'été sans toi - Mireille Aubry :: KaraFrance :: 3:12
x L'été avec toi :: Mireille Aubry - Topic :: 3:11
? studio
? live
? live !live
? studio !studio
= deutschrock latin
@studio Über den Dächern :: Morgengrau :: Schornsteine :: 4:24
@ak Über den Dächern (Akustik) :: Morgengrau :: Schornsteine :: 3:55
studio Morgengrau - Ueber den Dächern (Offizielles Musikvideo) :: Morgengrau :: 4:26
studio Über den Dächern :: Morgengrau - Topic :: 4:24
ak Morgengrau – Über den Dächern (Akustikversion) :: Morgengrau :: 3:56
live Morgengrau - Über den Dächern (live im Westhafen) :: konzertclub :: 4:50
x Unter den Dächern :: Morgengrau - Topic :: 4:23
? studio
? ak
? ak !ak
? studio !studio
= czary latin
@studio Světlo ve tmě :: Tichá Voda :: Řeka :: 3:51
@vn Đêm Mưa :: Thu Hà :: Đêm :: 4:33
studio Tichá voda - Světlo ve tmě (oficiální klip) :: Tichá voda :: 3:53
studio Svetlo ve tme :: Ticha Voda - Topic :: 3:51
vn Thu Hà - Đêm Mưa (Lyric Video) :: Thu Hà Official :: 4:33
vn Dem Mua :: Thu Ha - Topic :: 4:33
x Đêm Mùa :: Thu Hà - Topic :: 4:20
beat Đêm Mưa Karaoke Beat Chuẩn :: karaoke vn :: 4:33
? studio
? vn
? vn !vn
? studio !studio
= ohno short
@oh Oh :: Dive Bar :: Sounds :: 1:55
@no No :: Dive Bar :: Sounds :: 1:58
@hey Hey :: Pixies :: Doolittle :: 3:31
oh Oh :: Dive Bar - Topic :: 1:55
no No :: Dive Bar - Topic :: 1:58
hey Pixies - Hey (Official Lyric Video) :: Pixies :: 3:32
hey Hey :: Pixies - Topic :: 3:31
x Oh No :: Dive Bar - Topic :: 1:56
x No :: Meghan Trainor - Topic :: 3:33
? oh
? no
? hey
? oh !oh
? no !no
? hey !hey
= hash symbol
@sharp # :: Grid :: Signs :: 2:22
@dollar $$$ :: Grid :: Signs :: 2:23
@heart ♥ :: Grid :: Signs :: 2:24
sharp # :: Grid - Topic :: 2:22
dollar $$$ :: Grid - Topic :: 2:23
heart ♥ :: Grid - Topic :: 2:24
x ★ :: Grid - Topic :: 2:22
? sharp
? heart
? dollar
? heart !heart
? sharp !sharp
= sonata classical
@one Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2 "Moonlight": I. Adagio sostenuto :: Ludwig van Beethoven; Ilse Brandt :: Beethoven: Sonatas :: 5:40
@three Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2 "Moonlight": III. Presto agitato :: Ludwig van Beethoven; Ilse Brandt :: Beethoven: Sonatas :: 7:05
one Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2 "Moonlight": I. Adagio sostenuto :: Ilse Brandt - Topic :: 5:40
three Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2 "Moonlight": III. Presto agitato :: Ilse Brandt - Topic :: 7:05
two Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2 "Moonlight": II. Allegretto :: Ilse Brandt - Topic :: 2:20
other Piano Sonata No. 13 in E-Flat Major, Op. 27 No. 1: I. Andante :: Ilse Brandt - Topic :: 5:38
? one
? three
? one !one
? three !three
= guest latin
@studio Paper Crowns (feat. Lio) :: DJ Marrow; Lio :: Paper Crowns :: 2:55
@vip Paper Crowns (VIP Mix) :: DJ Marrow; Lio :: Paper Crowns :: 4:10
@bass Paper Crowns (Hollis Bootleg) :: DJ Marrow; Lio :: Bootlegs :: 3:50
studio DJ Marrow feat. Lio – Paper Crowns (Official Visualizer) :: DJ Marrow :: 2:55
studio Paper Crowns (feat. Lio) :: DJ Marrow - Topic :: 2:55
vip DJ Marrow - Paper Crowns ft. Lio (VIP Mix) :: DJ Marrow :: 4:11
bass DJ Marrow - Paper Crowns (Hollis Bootleg) [Free Download] :: Hollis :: 3:50
hard DJ Marrow - Paper Crowns (Hardstyle Remix) :: HARD LAB :: 3:05
? studio
? vip
? bass
? vip !vip
? bass !bass
? studio !studio
`
