/** Recordings that do not exist, so that no knowledge of names can help: uploads as such recordings would be titled. */
export const invented = String.raw`
= harbourlights latin
@studio Harbour Lights :: Marlow & the Tides :: Low Water :: 3:52 :: GBXYZ2100011
@live Harbour Lights (Live at Ardmore Hall, 2019) :: Marlow & the Tides :: Live at Ardmore Hall :: 4:40
@acoustic Harbour Lights - Acoustic :: Marlow & the Tides :: Low Water (Deluxe) :: 3:31
@remix Harbour Lights (Ottavia Remix) :: Marlow & the Tides; Ottavia :: Low Water Remixes :: 5:12
studio Marlow & The Tides - Harbour Lights (Official Video) :: MarlowTidesVEVO :: 3:58
studio Harbour Lights :: Marlow & the Tides - Topic :: 3:52
live Marlow & The Tides | Harbour Lights | Live at Ardmore Hall 2019 :: Marlow & The Tides :: 4:42
live2 Marlow & The Tides - Harbour Lights (live in Dublin 2022) :: frontrowfan :: 4:38
acoustic Harbour Lights (Acoustic) :: Marlow & the Tides - Topic :: 3:31
remix Marlow and the Tides – Harbour Lights (Ottavia Remix) :: Ottavia :: 5:12
remix2 Marlow and the Tides – Harbour Lights (Benno Kraft Remix) :: Benno Kraft :: 4:48
cover Harbour Lights - Marlow & the Tides (cover by Ida) :: Ida sings :: 3:50
sped harbour lights - marlow & the tides (sped up) :: fastfwd :: 3:10
? studio
? studio -d
? live
? acoustic
? remix
? remix !remix
? studio !studio
? live !live
? acoustic !acoustic
= paperkites latin
@one Paper Kingdom :: Sela Vance :: Atlas of Small Things :: 4:11
@two Paper Kingdom, Pt. II :: Sela Vance :: Atlas of Small Things :: 5:02
@reprise Paper Kingdom (Reprise) :: Sela Vance :: Atlas of Small Things :: 1:40
one Sela Vance - Paper Kingdom :: Sela Vance :: 4:11
one Paper Kingdom :: Sela Vance :: 4:12 :: deezer :: Atlas of Small Things
two Paper Kingdom Part 2 :: Sela Vance - Topic :: 5:02
reprise Paper Kingdom (Reprise) :: Sela Vance - Topic :: 1:40
x Paper Kingdoms :: The Foldouts - Topic :: 4:10
x Paper Planes :: M.I.A. - Topic :: 3:24
? one
? two
? reprise
? two !two
? reprise !reprise
? one !one
= saltandiron latin
@studio Salt & Iron :: Corvin Hale :: Salt & Iron :: 3:07
studio Salt and Iron :: Corvin Hale :: 3:07 :: spotify
studio Corvin Hale - Salt + Iron [Lyric Video] :: CorvinHaleVEVO :: 3:09
karaoke Corvin Hale - Salt & Iron (Karaoke) :: KaraFun Nights :: 3:07
inst Salt & Iron (Instrumental) :: Corvin Hale - Topic :: 3:07
piano Salt & Iron - Corvin Hale (Piano Tutorial) :: Keys Made Easy :: 3:02
loop Corvin Hale - Salt & Iron (1 HOUR) :: Loopland :: 60:01
? studio
? studio -d
? studio !studio
= nightbus latin
@studio Night Bus to Nowhere :: Dovetail, Mina Roe :: Route 9 :: 2:58
@solo Night Bus to Nowhere (Solo Version) :: Mina Roe :: Passenger :: 3:05
studio Dovetail - Night Bus To Nowhere ft. Mina Roe (Official Audio) :: Dovetail :: 2:58
studio Night Bus to Nowhere (feat. Mina Roe) :: Dovetail - Topic :: 2:59
solo Mina Roe - Night Bus to Nowhere (Solo Version) :: Mina Roe :: 3:05
slowed night bus to nowhere (slowed + reverb) dovetail :: 3am lights :: 3:30
eightd Dovetail - Night Bus to Nowhere | 8D Audio 🎧 :: Orbit Sounds :: 2:58
x Night Bus :: Burial - Topic :: 2:09
? studio
? solo
? solo !solo
? studio !studio
? studio -d -artist
= glassmountain latin
@mono Glass Mountain - 2015 Remaster :: The Veldt Sisters :: First Light :: 4:02
studio The Veldt Sisters - Glass Mountain (1978) :: vinylroom :: 4:05
studio Glass Mountain (Remastered 2015) :: Veldt Sisters, The - Topic :: 4:02
studio~ Glass Mountain :: The Veldt Sisters :: 4:02 :: library+ :: First Light
trust Glass Mountain :: Glass Mountain Trust - Topic :: 4:00
demo The Veldt Sisters - Glass Mountain (Demo) :: The Veldt Sisters :: 3:40
alt Glass Mountain (Alternate Take) :: The Veldt Sisters - Topic :: 4:04
? mono = studio
? mono -d = studio
? mono !studio = studio
= overandout latin
@studio Over & Out :: KLYX :: Signal :: 2:45
@ext Over & Out (Extended Mix) :: KLYX :: Signal :: 5:20
@club Over & Out (Tomas Rey Club Mix) :: KLYX; Tomas Rey :: Signal (Remixes) :: 6:01
studio KLYX - Over & Out (Official Visualizer) :: KLYX :: 2:46
ext KLYX - Over & Out (Extended Mix) [Nordwave Records] :: Nordwave Records :: 5:20
club KLYX - Over & Out (Tomas Rey Club Mix) :: Tomas Rey :: 6:02
radio Over And Out (Radio Edit) :: KLYX - Topic :: 2:45
x Over and Out :: Foo Fighters - Topic :: 5:16
? studio
? ext
? club
? club !club
? ext !ext
= ashes latin
@studio Ashes to Gold :: Renn :: Kiln :: 3:33
@re Ashes to Gold (Re-Recorded) :: Renn :: Kiln X :: 3:36
@span Ashes to Gold (Spanish Version) :: Renn :: Kiln (Edición Especial) :: 3:33
studio Renn - Ashes to Gold (Official Music Video) :: RennVEVO :: 3:40
studio Ashes to Gold :: Renn - Topic :: 3:33
re Renn - Ashes to Gold (Re-recorded 2023) :: Renn :: 3:36
span Renn - Ashes to Gold (Versión en Español) :: Renn :: 3:34
x Ashes to Ashes :: David Bowie - Topic :: 4:24
react Renn - Ashes To Gold | FIRST TIME REACTION :: Two Mics :: 11:20
? studio
? re
? span
? studio !studio
? re !re
? span !span
= goodbye latin
@studio Goodbye, Alaska :: Ferris Noll :: Goodbye, Alaska :: 4:44
studio~ Ferris Noll – Goodbye Alaska :: Little Barn Records :: 4:46
studio Goodbye, Alaska :: Ferris Noll :: 4:44 :: bandcamp
session Ferris Noll - Goodbye, Alaska (KEXP Session) :: KEXP :: 5:01
cover Goodbye Alaska (Ferris Noll Cover) :: bedroomstrings :: 4:45
album Ferris Noll - Goodbye, Alaska (Full Album) :: indiealbums :: 41:10
? studio
? studio -d
? studio !studio
= iwillwait latin
@i Chapter I: The Door :: Lantern Choir :: Four Rooms :: 6:10
@ii Chapter II: The Stairs :: Lantern Choir :: Four Rooms :: 7:24
@iii Chapter III: The Window :: Lantern Choir :: Four Rooms :: 6:12
i Chapter I - The Door :: Lantern Choir - Topic :: 6:10
ii Chapter II: The Stairs :: Lantern Choir - Topic :: 7:24
iii Lantern Choir - Chapter III: The Window (Official Audio) :: Lantern Choir :: 6:12
iv Chapter IV: The Roof :: Lantern Choir - Topic :: 6:11
? i
? ii
? iii
? i !i
? iii !iii
= elevator latin
@studio Elevator :: Jun Park Trio :: Floors :: 5:15
@other Elevator :: Box Car Racer :: Box Car Racer :: 2:43
@eminem Elevator :: Eminem :: Relapse: Refill :: 4:00
studio Elevator :: Jun Park Trio - Topic :: 5:15
other Elevator :: Box Car Racer - Topic :: 2:44
eminem Elevator :: Eminem - Topic :: 4:00
x Elevators (Me & You) :: Outkast - Topic :: 4:25
x Elevate :: Drake - Topic :: 3:05
? studio
? other
? eminem
? studio !studio
? eminem !eminem
= velvetrope latin
@studio Velvet Rope :: Ama Lune :: Curtains :: 3:14
studio ama lune - velvet rope (official video) :: ama lune :: 3:30
studio~ Ama Lune "Velvet Rope" :: A COLORS FAN :: 3:15
colors Ama Lune - Velvet Rope | A COLORS SHOW :: COLORS :: 3:20
remix Velvet Rope (Ama Lune) - Saint Koda Flip :: Saint Koda :: 2:50
acap Ama Lune - Velvet Rope (Acapella) :: pellavault :: 3:12
jan Velvet Rope :: Janet Jackson - Topic :: 4:55
? studio
? studio -d
? studio !studio
= sundaydriver latin
@studio Sunday Driver :: The Ladybird Club :: Picnic :: 2:34
@cover Sunday Driver :: Ola Bright :: Covers for My Cat :: 2:50
studio The Ladybird Club - Sunday Driver :: ladybirdclub :: 2:35
studio Sunday Driver :: Ladybird Club :: 2:34 :: applemusic :: Picnic
cover Sunday Driver (The Ladybird Club cover) :: Ola Bright :: 2:50
live The Ladybird Club - Sunday Driver - Live @ Radio Mitte :: Radio Mitte :: 2:48
x Sunday Drivers :: Motorway FM :: 2:33
? studio
? cover
? cover !cover
? studio !studio
? studio -artist -d
= hollowbones latin
@studio Hollow Bones (feat. JX & Tamsin Ode) :: Kid Meridian; JX; Tamsin Ode :: North :: 3:41
@plain Hollow Bones :: Rival Sons :: Hollow Bones :: 3:35
studio Kid Meridian - Hollow Bones w/ JX & Tamsin Ode :: Kid Meridian :: 3:42
studio Hollow Bones :: Kid Meridian, JX, Tamsin Ode :: 3:41 :: tidal
plain Hollow Bones, Pt. 1 :: Rival Sons - Topic :: 3:37
inst Kid Meridian - Hollow Bones (Instrumental) :: beatvaults :: 3:41
studio~ Kid Meridian - Hollow Bones (feat. JX & Tamsin Ode) [Clean] :: Kid Meridian :: 3:41
x Hollow Bones (Kid Meridian) guitar tutorial :: sixstring :: 3:41
x Hollow Ground :: Kid Meridian - Topic :: 3:40
? studio
? studio !studio
? studio -artist
= motherlode latin
@studio Mother Lode :: The Brass Assembly :: Ore :: 5:30
@edit Mother Lode (Radio Edit) :: The Brass Assembly :: Ore :: 3:28
@demo Mother Lode (Home Demo) :: The Brass Assembly :: Ore (20th Anniversary) :: 4:50
studio The Brass Assembly - Mother Lode (album version) :: brassheads :: 5:31
studio Motherlode :: The Brass Assembly - Topic :: 5:30
edit The Brass Assembly - Mother Lode (Official Video) [Radio Edit] :: BrassAssemblyVEVO :: 3:30
demo Mother Lode (Home Demo) :: The Brass Assembly - Topic :: 4:50
x Mother Tongue :: The Brass Assembly - Topic :: 5:29
? studio
? edit
? demo
? demo !demo
? edit !edit
? studio !studio
= tenfeettall latin
@studio Ten Feet Tall :: Ruby Okafor :: Giant Steps Home :: 3:20
studio Ruby Okafor – Ten Feet Tall (Lyrics) :: 7clouds style :: 3:22
studio Ten Feet Tall :: Ruby Okafor - Topic :: 3:20
afro Afrojack - Ten Feet Tall (Lyric Video) ft. Wrabel :: AfrojackVEVO :: 3:53
x Ten Foot Tall :: Ruby Okafor - Topic :: 3:19
live Ruby Okafor - Ten Feet Tall (Live Session) :: Ruby Okafor :: 3:40
? studio
? studio !studio
= interlude latin
@inter Interlude :: Odd Weather :: Forecast :: 1:02
@intro Intro :: Odd Weather :: Forecast :: 0:48
@theXX Intro :: The xx :: xx :: 2:08
inter Interlude :: Odd Weather - Topic :: 1:02
intro Odd Weather - Intro :: Odd Weather :: 0:48
theXX Intro :: The xx - Topic :: 2:08
theXX The xx - Intro :: xxlisteners :: 2:10
x Interlude (That's Love) :: James Morrison :: 1:01
alt alt-J - Intro :: alt-J - Topic :: 2:38
? inter
? intro
? theXX
? inter !inter
? intro !intro
= danceall latin
@studio Dance All Summer :: Pilot Whale :: Shallow :: 3:03
@taken Dance All Summer (Taken by Trees Remix) :: Pilot Whale :: Shallow Remixes :: 4:01
studio Pilot Whale - Dance All Summer :: Pilot Whale :: 3:03
taken Pilot Whale - Dance All Summer (Taken By Trees rmx) :: Rough Tide Records :: 4:02
medley Pilot Whale Medley: Shallow / Dance All Summer / Fin (live) :: Pilot Whale :: 8:40
cover Dance All Summer - 8 bit version :: Chip Town :: 3:04
x Dance All Night :: Poison Girl - Topic :: 3:02
? studio
? taken
? taken !taken
? studio !studio
= quietdays latin
@studio Quiet Days :: Ingrid Sól :: Norður :: 4:20
@orch Quiet Days (Orchestral Version) :: Ingrid Sól :: Norður II :: 4:51
@live Quiet Days - Live :: Ingrid Sól :: Live in Reykjavík :: 4:33
studio Ingrid Sol - Quiet Days :: Ingrid Sol :: 4:21
orch Ingrid Sól - Quiet Days (with the Iceland Symphony Orchestra) :: Ingrid Sól :: 4:51
live Quiet Days (Live in Reykjavík) :: Ingrid Sól - Topic :: 4:33
asmr Quiet Days with rain sounds - Ingrid Sól :: sleepymoss :: 4:20
? studio
? live
? live !live
? studio !studio
= bigred latin
@studio Big Red Moon :: Toller :: Big Red Moon :: 3:48
studio Toller "Big Red Moon" (Official Music Video) :: Cellar Door Records :: 3:52
studio Big Red Moon :: Toller - Topic :: 3:48
x Big Red Machine - Reese :: Big Red Machine - Topic :: 3:50
x Red Moon :: Toller - Topic :: 3:47
x Big Red Sun Blues :: Lucinda Williams - Topic :: 3:30
guitar Toller - Big Red Moon GUITAR LESSON with tabs :: tabroom :: 12:00
? studio
? studio !studio
? studio -d
= yourhands latin
@studio In Your Hands :: Elio Brandt :: Touch :: 3:18
@charlie In Your Hands :: Charlie Winston :: Hobo :: 3:44
@nneka In Your Hands :: Nneka :: Concrete Jungle :: 4:05
studio Elio Brandt - In Your Hands (Official Audio) :: Elio Brandt :: 3:18
charlie Charlie Winston - In Your Hands (Clip Officiel) :: Charlie Winston :: 3:45
x Halo - In Your Hands :: Halo worship :: 3:17
x In My Hands :: Elio Brandt - Topic :: 3:20
? studio
? charlie
? nneka
? studio !studio
? charlie !charlie
= velocity latin
@studio Velocity :: Aster 9 :: Escape :: 3:55
@live Velocity - Live in Oslo :: Aster 9 :: Live in Oslo :: 4:25
@acou Velocity - Stripped :: Aster 9 :: Escape (Deluxe) :: 3:40
studio Aster 9 - Velocity (Official Audio) :: Aster 9 :: 3:55
live Velocity (Live in Oslo) :: Aster 9 - Topic :: 4:25
acou Velocity (Stripped) :: Aster 9 - Topic :: 3:41
gaming Velocity [NCS Release] :: Cartwheel - Topic :: 3:54
teaser ASTER 9 - VELOCITY (TEASER) :: Aster 9 :: 0:31
making Aster 9 - The Making of Velocity :: Aster 9 :: 8:02
? studio
? live
? acou
? studio !studio
? acou !acou
= cinnamon latin
@studio Cinnamon Girl '98 :: Poppy Quarrel :: Spice Route :: 3:29
studio Poppy Quarrel - Cinnamon Girl '98 :: Poppy Quarrel :: 3:29
neil Cinnamon Girl :: Neil Young & Crazy Horse - Topic :: 2:59
lana Lana Del Rey - Cinnamon Girl (Audio) :: LanaDelReyVEVO :: 5:01
prince Prince - Cinnamon Girl :: Prince :: 3:56
? studio
? studio !studio
= strangers latin
@studio Strangers on a Train :: Sable Court :: Noir :: 4:00
@nick Strangers on a Train (Nick Ferro Remix) :: Sable Court :: Noir Remixed :: 6:12
@dub Strangers on a Train (Nick Ferro Dub) :: Sable Court :: Noir Remixed :: 6:20
studio Sable Court - Strangers On A Train :: Sable Court :: 4:01
nick Sable Court - Strangers on a Train (Nick Ferro Remix) :: Deep Lounge :: 6:13
dub Strangers on a Train (Nick Ferro Dub) :: Sable Court - Topic :: 6:20
hen Strangers on a Train (Henning Oak Remix) :: Sable Court - Topic :: 6:10
lovetheme Strangers on a Train - Movie Trailer (1951) :: filmhouse :: 2:30
? studio
? nick
? nick !nick
? studio !studio
= lastcall latin
@studio Last Call at the Heron :: Bramble & Co. :: The Heron :: 3:36
@unp Last Call at the Heron (MTV Unplugged) :: Bramble & Co. :: MTV Unplugged :: 4:12
studio Bramble & Co - Last Call At The Heron :: bramblefan :: 3:37
studio Last Call at the Heron :: Bramble & Co. - Topic :: 3:36
unp Bramble & Co. - Last Call at the Heron (MTV Unplugged) :: Bramble & Co. :: 4:13
x Last Call :: Kanye West - Topic :: 12:41
trib Last Call at the Heron (Made Famous by Bramble & Co.) :: Tribute Stars :: 3:36
? studio
? unp
? unp !unp
? studio !studio
`
