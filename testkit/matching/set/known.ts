/** Recordings that exist: names and lengths as facts, uploads as they are commonly titled. */
export const known = String.raw`
= yellow latin
@studio Yellow :: Coldplay :: Parachutes :: 4:27 :: GBAYE0000351
@live Yellow - Live in Buenos Aires :: Coldplay :: Live in Buenos Aires :: 5:27
studio Yellow :: Coldplay - Topic :: 4:27
studio~ Coldplay - Yellow (Official Video) :: Coldplay :: 4:33
studio~ coldplay yellow lyrics :: SongWordsDaily :: 4:29
live Coldplay - Yellow (Live in Buenos Aires) :: Coldplay :: 5:28
live2 Coldplay - Yellow (Live at Glastonbury 2002) :: fancollector88 :: 5:10
cover Yellow - Coldplay (Boyce Avenue acoustic cover) on Spotify :: Boyce Avenue :: 4:18
karaoke Yellow (Karaoke Version) - In the style of Coldplay :: Sing Along Club :: 4:31
other The Scientist :: Coldplay - Topic :: 5:10
lesson How to play Yellow by Coldplay - guitar lesson :: StringTeacher :: 4:26
? studio
? studio -d
? studio !studio
? live
? live !live
? studio -artist
= bohemian latin
@studio Bohemian Rhapsody - Remastered 2011 :: Queen :: A Night at the Opera :: 5:54 :: GBUM71029604
@live Bohemian Rhapsody - Live Aid :: Queen :: Live Aid :: 2:27
@cover Bohemian Rhapsody :: The Braids :: Here We Come :: 4:12
studio Bohemian Rhapsody (Remastered 2011) :: Queen - Topic :: 5:55
studio~ Queen – Bohemian Rhapsody (Official Video Remastered) :: Queen Official :: 5:59
live Queen - Bohemian Rhapsody (Live Aid 1985) :: Live Aid Vault :: 2:29
live2 Queen - Bohemian Rhapsody (Live at Wembley 1986) :: Queen Official :: 5:41
cover The Braids - Bohemian Rhapsody :: The Braids - Topic :: 4:12
react Vocal Coach Reacts to Queen - Bohemian Rhapsody :: VoiceRoom :: 14:10
kids Bohemian Rhapsody (Lullaby Version of Queen) :: Sleepy Bears :: 5:52
parody Bohemian Rhapsody - Muppet parody :: puppetfan :: 4:47
? studio
? studio -d -i
? studio !studio
? live
? cover
? cover !cover
= levitating latin
@studio Levitating :: Dua Lipa :: Future Nostalgia :: 3:24 :: GBAHT1901299
@feat Levitating (feat. DaBaby) :: Dua Lipa; DaBaby :: Future Nostalgia :: 3:23
@remix Levitating - The Blessed Madonna Remix (feat. Madonna and Missy Elliott) :: Dua Lipa; Madonna; Missy Elliott; The Blessed Madonna :: Club Future Nostalgia :: 4:09
studio Levitating :: Dua Lipa - Topic :: 3:24
feat Dua Lipa - Levitating Featuring DaBaby (Official Music Video) :: Dua Lipa :: 3:51
feat Levitating (feat. DaBaby) :: Dua Lipa - Topic :: 3:24
remix Dua Lipa - Levitating (feat. Madonna and Missy Elliott) [The Blessed Madonna Remix] :: Dua Lipa :: 4:10
sped Levitating - Dua Lipa (sped up) :: speedy tunes :: 2:52
mashup Levitating x Don't Start Now (mashup) :: DJ Cutter :: 3:24
dance Levitating dance tutorial :: StepClub :: 3:24
? feat
? remix
? remix !remix
? feat !feat,studio
= smells latin
@studio Smells Like Teen Spirit :: Nirvana :: Nevermind :: 5:01 :: USGF19942501
@live Smells Like Teen Spirit - Live at Reading 1992 :: Nirvana :: Live at Reading :: 4:45
@demo Smells Like Teen Spirit (Rehearsal Demo) :: Nirvana :: With the Lights Out :: 5:41
studio Smells Like Teen Spirit :: Nirvana - Topic :: 5:02
studio~ Nirvana - Smells Like Teen Spirit (Official Music Video) :: NirvanaVEVO :: 4:39
studio~ Smells Like Teen Spirit :: Nirvana :: 5:01 :: deezer :: Nevermind (Remastered)
live Nirvana - Smells Like Teen Spirit (Live at Reading 1992) :: NirvanaVEVO :: 4:44
live2 Nirvana - Smells Like Teen Spirit (Live At The Paramount/1991) :: NirvanaVEVO :: 5:05
demo Nirvana - Smells Like Teen Spirit (Rehearsal Demo) :: grungearchive :: 5:40
cover Smells Like Teen Spirit :: Postmodern Jukebox :: 4:22
bit Smells Like Teen Spirit (8-bit) :: 8 Bit Universe :: 5:00
drums Nirvana - Smells Like Teen Spirit - Drum Cover :: sticksandskins :: 5:03
? studio
? studio -d
? live
? demo
? demo !demo
? live !live
= ignition latin
@original Ignition :: R. Kelly :: Chocolate Factory :: 3:16
@remix Ignition - Remix :: R. Kelly :: Chocolate Factory :: 3:07
remix R. Kelly - Ignition (Remix) (Official Video) :: RKellyVEVO :: 3:09
remix Ignition (Remix) :: R. Kelly - Topic :: 3:07
original Ignition :: R. Kelly - Topic :: 3:16
x Remix to Ignition explained :: Lyric Detective :: 8:40
cover Ignition Remix (acoustic cover) :: couchguitar :: 3:05
? remix
? original
? remix !remix
? original !original
? remix -d
= livelet latin
@studio Live and Let Die :: Paul McCartney; Wings :: Wings Greatest :: 3:12
@gnr Live and Let Die :: Guns N' Roses :: Use Your Illusion I :: 3:04
studio Live And Let Die (Remastered 2018) :: Wings - Topic :: 3:13
studio~ Paul McCartney & Wings - Live And Let Die :: oldsoundtracks :: 3:12
gnr Guns N' Roses - Live And Let Die :: GunsNRosesVEVO :: 3:05
gnr Live And Let Die :: Guns N' Roses - Topic :: 3:04
live Paul McCartney - Live and Let Die (Live at Hyde Park) :: PAUL McCARTNEY :: 3:22
? studio
? gnr
? gnr !gnr
? studio !studio
= tayloralltoowell latin
@old All Too Well :: Taylor Swift :: Red :: 5:29
@new All Too Well (Taylor's Version) :: Taylor Swift :: Red (Taylor's Version) :: 5:29
@ten All Too Well (10 Minute Version) (Taylor's Version) (From The Vault) :: Taylor Swift :: Red (Taylor's Version) :: 10:13
old All Too Well :: Taylor Swift - Topic :: 5:29
new Taylor Swift - All Too Well (Taylor's Version) (Lyric Video) :: Taylor Swift :: 5:30
ten Taylor Swift - All Too Well (10 Minute Version) (Taylor's Version) (Lyric Video) :: Taylor Swift :: 10:14
live Taylor Swift - All Too Well (Sad Girl Autumn Version - Recorded at Long Pond Studios) :: Taylor Swift :: 9:59
? old
? new
? ten
? old !old
? new !new
= hallelujah latin
@cohen Hallelujah :: Leonard Cohen :: Various Positions :: 4:39
@buckley Hallelujah :: Jeff Buckley :: Grace :: 6:53
cohen Leonard Cohen - Hallelujah (Audio) :: LeonardCohenVEVO :: 4:40
cohenlive Leonard Cohen - Hallelujah (Live In London) :: LeonardCohenVEVO :: 7:20
buckley Jeff Buckley - Hallelujah (Official Audio) :: JeffBuckleyVEVO :: 6:54
pentatonix Hallelujah - Pentatonix :: PTXofficial :: 4:49
x Hallelujah (Leonard Cohen cover) :: church basement choir :: 4:41
x Hallelujah Chorus - Handel :: Baroque Choir :: 4:06
? cohen
? buckley
? buckley !buckley
? cohen !cohen,cohenlive
? cohen -d
= toxic latin
@studio Toxic :: Britney Spears :: In the Zone :: 3:19 :: USJI10301011
studio~ Britney Spears - Toxic (Official HD Video) :: Britney Spears :: 3:31
studio Toxic :: Britney Spears - Topic :: 3:19
slowed Britney Spears - Toxic (slowed + reverb) :: midnight drive :: 3:55
eightd Britney Spears - Toxic (8D Audio) :: 8D Tunes :: 3:19
nightcore Nightcore - Toxic :: NightFox :: 2:48
bass Toxic [BASS BOOSTED] :: subwooferlab :: 3:19
loop Britney Spears - Toxic [1 Hour Loop] :: hourly :: 60:05
cover Toxic - Britney Spears (Cover by 2WEI) :: 2WEI :: 3:14
inst Britney Spears - Toxic (Official Instrumental) :: instrumentalarchive :: 3:20
? studio
? studio -d
? studio -i !studio
? studio !studio
= despacito latin
@studio Despacito :: Luis Fonsi; Daddy Yankee :: VIDA :: 3:49 :: USUM71607007
@remix Despacito - Remix :: Luis Fonsi; Daddy Yankee; Justin Bieber :: VIDA :: 3:49
studio~ Luis Fonsi - Despacito ft. Daddy Yankee :: LuisFonsiVEVO :: 4:42
studio Despacito (feat. Daddy Yankee) :: Luis Fonsi - Topic :: 3:49
remix Luis Fonsi, Daddy Yankee - Despacito (Audio) ft. Justin Bieber [Remix] :: LuisFonsiVEVO :: 3:50
vivo Luis Fonsi - Despacito (En Vivo) :: LuisFonsiVEVO :: 4:05
banda Despacito (Versión Salsa) - Luis Fonsi :: salsa total :: 3:47
cover Despacito (Peter Bence piano cover) :: Peter Bence :: 3:40
? studio
? remix
? remix !remix
? studio !studio
= onenight latin
@one One :: U2 :: Achtung Baby :: 4:36
@metallica One :: Metallica :: ...And Justice for All :: 7:27
@two Two :: Sleeping at Last :: Atlas II :: 4:23
one U2 - One (Official Music Video) :: U2 :: 4:35
one One :: U2 - Topic :: 4:36
metallica Metallica: One (Official Music Video) :: Metallica :: 7:44
metallica One (Remastered) :: Metallica - Topic :: 7:27
two Two :: Sleeping At Last - Topic :: 4:23
x One (Your Name) :: Swedish House Mafia :: 2:42
x One Love :: Bob Marley - Topic :: 2:52
marry U2, Mary J. Blige - One :: MaryJBligeVEVO :: 4:21
? one
? metallica
? two
? two !two
? one !one
= ewf latin
@studio September :: Earth, Wind & Fire :: The Best of Earth, Wind & Fire :: 3:35
@boogie Boogie Wonderland :: Earth, Wind & Fire; The Emotions :: I Am :: 4:48
studio Earth, Wind & Fire - September (Official HD Video) :: EarthWindandFireVEVO :: 3:36
studio September :: Earth Wind and Fire - Topic :: 3:35
boogie Earth, Wind & Fire - Boogie Wonderland (Official HD Video) ft. The Emotions :: EarthWindandFireVEVO :: 4:51
boogie Boogie Wonderland :: Earth, Wind & Fire, The Emotions :: 4:49 :: spotify
x September :: Daughtry - Topic :: 4:01
x September (Chill Lofi Remix) - Earth, Wind & Fire :: lofi barn :: 2:50
justin Justin Timberlake, Anna Kendrick - September :: TrollsSoundtrack :: 3:55
? studio
? boogie
? studio !studio
? boogie !boogie
= tyler latin
@see See You Again (feat. Kali Uchis) :: Tyler, The Creator; Kali Uchis :: Flower Boy :: 3:00
@wiz See You Again (feat. Charlie Puth) :: Wiz Khalifa; Charlie Puth :: Furious 7 :: 3:49
see Tyler, The Creator - See You Again (Audio) ft. Kali Uchis :: TylerTheCreatorVEVO :: 3:01
see See You Again :: Tyler, The Creator - Topic :: 3:00
wiz Wiz Khalifa - See You Again ft. Charlie Puth [Official Video] Furious 7 Soundtrack :: Wiz Khalifa Music :: 3:57
sped Tyler, The Creator - See You Again (sped up) :: speedyaudio :: 2:35
carrie See You Again :: Carrie Underwood - Topic :: 4:08
? see
? wiz
? see !see
? wiz !wiz
? see -artist
= pink latin
@studio So What :: P!nk :: Funhouse :: 3:35
@miles So What :: Miles Davis :: Kind of Blue :: 9:22
studio P!nk - So What (Official Video) :: P!nk :: 3:48
studio So What :: Pink - Topic :: 3:35
miles Miles Davis - So What (Official Audio) :: MilesDavisVEVO :: 9:04
miles So What (feat. John Coltrane, Cannonball Adderley & Bill Evans) :: Miles Davis - Topic :: 9:23
field Field Mob - So What ft. Ciara :: FieldMobVEVO :: 3:59
? studio
? miles
? studio !studio
= satisfaction latin
@studio (I Can't Get No) Satisfaction - Mono Version :: The Rolling Stones :: Out of Our Heads :: 3:43
@benny Satisfaction :: Benny Benassi; The Biz :: Hypnotica :: 4:45
studio The Rolling Stones - (I Can't Get No) Satisfaction (Official Lyric Video) :: ABKCOVEVO :: 3:45
studio Satisfaction :: The Rolling Stones - Topic :: 3:43
studio I Can't Get No Satisfaction :: Rolling Stones :: 3:44 :: deezer
x Benny Benassi Presents The Biz - Satisfaction (Isak Original Extended) :: Benny Benassi :: 5:47
otis Otis Redding - (I Can't Get No) Satisfaction :: otisreddingofficial :: 2:45
live The Rolling Stones - (I Can't Get No) Satisfaction (Live) :: The Rolling Stones :: 6:11
? studio
? studio !studio
? benny
= dontyou latin
@studio Don't You (Forget About Me) :: Simple Minds :: Once Upon a Time :: 4:20
studio Simple Minds - Don't You (Forget About Me) :: SimpleMindsVEVO :: 4:20
studio Don't You (Forget About Me) [Remastered 2001] :: Simple Minds - Topic :: 4:20
studio~ Simple Minds - Dont You Forget About Me (The Breakfast Club) HQ :: eightiesrewind :: 4:22
ext Simple Minds - Don't You (Forget About Me) (Extended 12" Version) :: maxisingles :: 6:32
bastille Don't You (Forget About Me) :: Bastille :: 3:17
pcd Don't Cha :: The Pussycat Dolls :: 4:32
? studio
? studio !studio
? studio -d
= brick latin
@two Another Brick in the Wall, Pt. 2 :: Pink Floyd :: The Wall :: 3:59
@one Another Brick in the Wall, Pt. 1 :: Pink Floyd :: The Wall :: 3:11
@three Another Brick in the Wall, Pt. 3 :: Pink Floyd :: The Wall :: 1:14
two Another Brick In The Wall, Part Two :: Pink Floyd - Topic :: 3:59
two~ Pink Floyd - Another Brick In The Wall, Part Two (Official Music Video) :: Pink Floyd :: 4:06
one Another Brick in the Wall (Part 1) :: Pink Floyd - Topic :: 3:11
three Another Brick in the Wall, Pt. 3 :: Pink Floyd - Topic :: 1:15
korn Another Brick In the Wall, Pt. 1, 2, 3 :: Korn - Topic :: 7:08
? two
? one
? three
? one !one
? two !two
= nineteen latin
@seventynine 1979 :: The Smashing Pumpkins :: Mellon Collie and the Infinite Sadness :: 4:26
@eighty 1985 :: Bowling for Soup :: A Hangover You Don't Deserve :: 3:13
seventynine The Smashing Pumpkins - 1979 (Official Music Video) :: SmashingPumpkinsVEVO :: 4:21
seventynine 1979 (Remastered 2012) :: The Smashing Pumpkins - Topic :: 4:27
eighty Bowling For Soup - 1985 :: BFSVEVO :: 3:15
x 1999 :: Prince - Topic :: 3:38
x 1989 tour vlog :: popdiary :: 9:00
? seventynine
? eighty
? eighty !eighty
? seventynine !seventynine
= acdc latin
@studio Thunderstruck :: AC/DC :: The Razors Edge :: 4:52
studio AC/DC - Thunderstruck (Official Video) :: acdcVEVO :: 4:53
studio Thunderstruck :: ACDC - Topic :: 4:53
live AC/DC - Thunderstruck (Live At River Plate, December 2009) :: acdcVEVO :: 5:22
steve Thunderstruck by Steve'n'Seagulls (LIVE) :: stevenseagulls :: 4:35
cello 2CELLOS - Thunderstruck [OFFICIAL VIDEO] :: 2CELLOS :: 4:38
? studio
? studio !studio
? studio -d -artist
= bitter latin
@studio Bitter Sweet Symphony :: The Verve :: Urban Hymns :: 5:58
@edit Bitter Sweet Symphony - Radio Edit :: The Verve :: This Is Music :: 4:35
studio Bitter Sweet Symphony (Remastered 2016) :: The Verve - Topic :: 5:58
edit The Verve - Bitter Sweet Symphony (Official Video) :: The Verve :: 4:36
inst Bittersweet Symphony (instrumental) :: karaokepit :: 5:55
cover Bittersweet Symphony :: Vitamin String Quartet - Topic :: 4:20
? studio
? studio !studio
? edit
= eurodance latin
@radio Blue (Da Ba Dee) - Gabry Ponte Ice Pop Radio :: Eiffel 65 :: Europop :: 3:39
@album Blue (Da Ba Dee) :: Eiffel 65 :: Europop :: 4:43
@flume Blue (Da Ba Dee) - Flume Remix :: Eiffel 65; Flume :: Flume Remixes :: 3:18
radio~ Eiffel 65 - Blue (Da Ba Dee) [Gabry Ponte Ice Pop Mix] (Original Video with subtitles) :: Bliss Corporation :: 3:40
album Blue (Da Ba Dee) :: Eiffel 65 - Topic :: 4:43
flume Eiffel 65 - Blue (Flume Remix) :: flumemusic :: 3:19
guetta I'm Good (Blue) :: David Guetta - Topic :: 2:55
? album
? flume
? flume !flume
? album !album
= alphaville latin
@studio Forever Young :: Alphaville :: Forever Young :: 3:46
@rod Forever Young :: Rod Stewart :: Out of Order :: 4:03
@dylan Forever Young :: Bob Dylan :: Planet Waves :: 4:57
studio Alphaville - Forever Young ~Official Video :: Alphaville Official :: 3:48
studio Forever Young (2019 Remaster) :: Alphaville - Topic :: 3:45
rod Forever Young :: Rod Stewart - Topic :: 4:04
dylan Bob Dylan - Forever Young (Slow Version) (Official Audio) :: BobDylanVEVO :: 4:57
dylanfast Bob Dylan - Forever Young (Fast Version) (Official Audio) :: BobDylanVEVO :: 2:51
jay Jay-Z - Young Forever ft. Mr Hudson :: JayZVEVO :: 4:13
? studio
? rod
? rod !rod
? studio !studio
= hurt latin
@nin Hurt :: Nine Inch Nails :: The Downward Spiral :: 6:13
@cash Hurt :: Johnny Cash :: American IV :: 3:36
nin Hurt :: Nine Inch Nails - Topic :: 6:14
ninlive Nine Inch Nails - Hurt (Live: Beside You In Time) :: NineInchNailsVEVO :: 4:55
cash Johnny Cash - Hurt (Official Music Video) :: JohnnyCashVEVO :: 3:50
cash Hurt :: Johnny Cash - Topic :: 3:38
leona Hurt :: Leona Lewis - Topic :: 3:50
aguilera Christina Aguilera - Hurt (Official HD Video) :: CAguileraVEVO :: 4:34
? nin
? cash
? cash !cash
? nin !nin
? cash -d
= kiss latin
@calvin One Kiss (with Dua Lipa) :: Calvin Harris; Dua Lipa :: One Kiss :: 3:35
@oliver One Kiss - Oliver Heldens Remix :: Calvin Harris; Dua Lipa; Oliver Heldens :: One Kiss (Remixes) :: 5:39
calvin Calvin Harris, Dua Lipa - One Kiss (Official Video) :: CalvinHarrisVEVO :: 3:44
calvin One Kiss :: Calvin Harris - Topic :: 3:35
oliver One Kiss (Oliver Heldens Remix) :: Calvin Harris - Topic :: 5:39
zhu One Kiss (ZHU Remix) :: Calvin Harris - Topic :: 3:51
ext Calvin Harris, Dua Lipa - One Kiss (Extended Mix) :: clubland :: 5:36
? calvin
? oliver
? oliver !oliver
? calvin !calvin
= wonderwall latin
@studio Wonderwall - Remastered :: Oasis :: (What's the Story) Morning Glory? :: 4:19
@ryan Wonderwall :: Ryan Adams :: Love Is Hell :: 4:09
studio Oasis - Wonderwall (Official Video) :: Oasis :: 4:38
studio Wonderwall (Remastered) :: Oasis - Topic :: 4:19
ryan Ryan Adams - Wonderwall :: RyanAdamsVEVO :: 4:10
ryan Wonderwall :: Ryan Adams - Topic :: 4:09
unplugged Oasis - Wonderwall (MTV Unplugged) :: mtvclassics :: 4:16
busk Wonderwall - Oasis (busking in Manchester) cover :: streetnoise :: 4:20
loop wonderwall but it's 1 hour :: memehour :: 60:00
? studio
? ryan
? ryan !ryan
? studio !studio
= rickroll latin
@studio Never Gonna Give You Up :: Rick Astley :: Whenever You Need Somebody :: 3:33
studio Rick Astley - Never Gonna Give You Up (Official Video) (4K Remaster) :: Rick Astley :: 3:33
studio Never Gonna Give You Up (2022 Remaster) :: Rick Astley - Topic :: 3:33
piano Rick Astley - Never Gonna Give You Up (Pianoforte) (Performance) :: Rick Astley :: 3:43
barry Barry White - Never, Never Gonna Give Ya Up :: Barry White :: 4:47
reverb Never Gonna Give You Up but you're in a bathroom at a party :: bathroomedits :: 3:30
kids Never Gonna Give You Up - Kidz Bop Kids :: KIDZ BOP :: 3:20
? studio
? studio !studio
= clean latin
@explicit Forget You :: CeeLo Green :: The Lady Killer :: 3:42 ::  :: clean
@dirty F**k You :: CeeLo Green :: The Lady Killer :: 3:43 ::  :: explicit
explicit CeeLo Green - Forget You (Official Video) (Clean) :: CeeLoGreenVEVO :: 3:49
explicit Forget You :: CeeLo Green - Topic :: 3:42
dirty CeeLo Green - F**k You (Official Video) [Explicit] :: CeeLoGreenVEVO :: 3:50
x Crazy :: Gnarls Barkley - Topic :: 2:58
? explicit
? dirty !dirty
= stay latin
@rihanna Stay :: Rihanna; Mikky Ekko :: Unapologetic :: 4:00
@kid STAY (with Justin Bieber) :: The Kid LAROI; Justin Bieber :: F*CK LOVE 3 :: 2:21
@zedd Stay :: Zedd; Alessia Cara :: Stay :: 3:30
rihanna Rihanna - Stay ft. Mikky Ekko :: RihannaVEVO :: 4:10
rihanna Stay :: Rihanna - Topic :: 4:01
kid The Kid LAROI, Justin Bieber - STAY (Official Video) :: TheKidLAROIVEVO :: 2:38
kid STAY :: The Kid LAROI - Topic :: 2:22
zedd Zedd, Alessia Cara - Stay (Lyric Video) :: ZEDDVEVO :: 3:31
x Stay With Me :: Sam Smith - Topic :: 2:53
blackpink BLACKPINK - STAY :: BLACKPINK - Topic :: 3:51
? rihanna
? kid
? zedd
? zedd !zedd
? kid !kid
? rihanna -d
= nothingelse latin
@studio Nothing Else Matters :: Metallica :: Metallica :: 6:28
@sm Nothing Else Matters - Live :: Metallica; San Francisco Symphony :: S&M :: 6:47
studio Metallica: Nothing Else Matters (Official Music Video) :: Metallica :: 6:26
studio Nothing Else Matters (Remastered 2021) :: Metallica - Topic :: 6:29
sm Metallica - Nothing Else Matters (Live with the San Francisco Symphony) [S&M] :: Metallica :: 6:44
miley Miley Cyrus - Nothing Else Matters (ft. WATT, Elton John, Yo-Yo Ma) :: MileyCyrusVEVO :: 6:35
lesson Nothing Else Matters - Metallica - Guitar Tutorial :: justriffs :: 6:30
? studio
? sm
? sm !sm
? studio !studio
= lilnas latin
@billy Old Town Road - Remix :: Lil Nas X; Billy Ray Cyrus :: 7 :: 2:37
@orig Old Town Road :: Lil Nas X :: 7 :: 1:53
billy Lil Nas X - Old Town Road (Official Video) ft. Billy Ray Cyrus [Remix] :: LilNasXVEVO :: 2:38
billy Old Town Road (Remix) :: Lil Nas X - Topic :: 2:37
orig Old Town Road :: Lil Nas X - Topic :: 1:53
rm Lil Nas X - Seoul Town Road (Old Town Road Remix) feat. RM of BTS :: LilNasXVEVO :: 2:05
x Panini :: Lil Nas X - Topic :: 1:55
? billy
? orig
? billy !billy
? orig !orig
= coverme latin
@studio Cover Me Up :: Jason Isbell :: Southeastern :: 4:54
@wallen Cover Me Up :: Morgan Wallen :: Dangerous :: 4:59
studio Cover Me Up :: Jason Isbell - Topic :: 4:54
live Jason Isbell - Cover Me Up (Live on Austin City Limits) :: aclTV :: 5:20
wallen Morgan Wallen - Cover Me Up (Lyric Video) :: Morgan Wallen :: 5:00
x Zac Brown Band - Cover Me Up (Jason Isbell cover) :: ZacBrownBand :: 4:56
? studio
? wallen
? studio !studio
= gods latin
@studio God's Plan :: Drake :: Scorpion :: 3:18 ::  :: explicit
studio Drake - God's Plan (Official Audio) :: DrakeVEVO :: 3:20
studio~ Drake - God's Plan :: DrakeVEVO :: 5:56
studio~ Drake - Gods Plan (Clean) :: cleanrapmusic :: 3:18
x God's Country :: Blake Shelton - Topic :: 3:25
studio God's Plan :: Drake - Topic :: 3:19
react DRAKE - GOD'S PLAN REACTION :: couchcritics :: 9:14
typebeat Drake Type Beat - "Gods Plan" (Prod. keyz) :: keyz :: 3:15
x Nice For What :: Drake - Topic :: 3:31
? studio
? studio !studio
= summer latin
@studio Summer of '69 :: Bryan Adams :: Reckless :: 3:36
@classic Summer Of '69 - Classic Version :: Bryan Adams :: Classic :: 3:34
studio Bryan Adams - Summer Of '69 (Official Music Video) :: BryanAdamsVEVO :: 3:41
studio Summer Of '69 :: Bryan Adams - Topic :: 3:36
live Bryan Adams - Summer of 69 (Live at Wembley 1996) :: BryanAdamsVEVO :: 3:50
bowl Bowling For Soup - Summer Of '69 :: BFSVEVO :: 3:06
x Heaven :: Bryan Adams - Topic :: 4:03
? studio
? studio !studio
= iloveit latin
@icona I Love It (feat. Charli XCX) :: Icona Pop; Charli XCX :: Icona Pop :: 2:37
@pump I Love It (& Lil Pump) :: Kanye West; Lil Pump :: I Love It :: 2:07
icona Icona Pop - I Love It (feat. Charli XCX) [OFFICIAL VIDEO] :: Icona Pop :: 3:00
icona I Love It (feat. Charli XCX) :: Icona Pop - Topic :: 2:37
pump Kanye West & Lil Pump - I Love It feat. Adele Givens [Official Music Video] :: WORLDSTARHIPHOP :: 2:22
nightcore Nightcore → I Love It :: nightwave :: 2:10
x All Night :: Icona Pop - Topic :: 3:08
x Gucci Gang :: Lil Pump - Topic :: 2:04
? icona
? icona !icona
? pump !pump
`
