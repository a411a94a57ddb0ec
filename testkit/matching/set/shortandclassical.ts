/** Very short and symbolic titles, medleys, classical movements, names that are stylised. */
export const shortAndClassical = String.raw`
= symbols symbol
@exclaim !!! :: Me and My Brother :: !!! :: 2:20
@band Heart of Hearts :: !!! :: Myth Takes :: 5:50
@divide ÷ :: Fraction :: Numbers :: 3:00
@plus + :: Fraction :: Numbers :: 3:05
exclaim !!! :: Me and My Brother - Topic :: 2:20
band !!! (Chk Chk Chk) - Heart of Hearts :: Warp Records :: 5:52
band Heart of Hearts :: !!! - Topic :: 5:50
divide ÷ :: Fraction - Topic :: 3:00
plus + :: Fraction - Topic :: 3:05
x ??? :: Me and My Brother - Topic :: 2:21
? exclaim
? band
? divide
? plus
? plus !plus
? exclaim !exclaim
= letters short
@a A :: Vowels :: Vowels :: 2:02
@o O :: Vowels :: Vowels :: 2:05
@x X :: Nicky Jam; J Balvin :: X :: 2:53
a A :: Vowels - Topic :: 2:02
o O :: Vowels - Topic :: 2:05
x Nicky Jam x J Balvin - X (EQUIS) | Video Oficial :: NickyJamTV :: 3:03
x X :: Nicky Jam - Topic :: 2:53
e E :: Vowels - Topic :: 2:03
? a
? o
? o !o
? a !a
? x
= song2 short
@studio Song 2 :: Blur :: Blur :: 2:02
@one Song 1 :: Mirrors :: Songs :: 2:04
@mirror2 Song 2 :: Mirrors :: Songs :: 2:10
studio Blur - Song 2 (Official Music Video) :: Blur :: 2:06
studio Song 2 (2012 Remaster) :: Blur - Topic :: 2:02
one Song 1 :: Mirrors - Topic :: 2:04
mirror2 Song 2 :: Mirrors - Topic :: 2:10
live Blur - Song 2 (Live Wembley 2023) :: Blur :: 2:20
? studio
? one
? mirror2
? mirror2 !mirror2
? studio !studio
= weneed short
@studio 22 :: Taylor Swift :: Red :: 3:50
@lily 22 :: Lily Allen :: It's Not Me, It's You :: 3:06
@tv 22 (Taylor's Version) :: Taylor Swift :: Red (Taylor's Version) :: 3:51
studio Taylor Swift - 22 :: TaylorSwiftVEVO :: 4:03
tv 22 (Taylor's Version) :: Taylor Swift - Topic :: 3:51
lily Lily Allen - 22 (Official Video) :: Lily Allen :: 3:07
bon 22 (OVER S∞∞N) :: Bon Iver - Topic :: 2:48
? lily
? tv
? tv !tv
? lily !lily
= beethoven5 classical
@i Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio :: Ludwig van Beethoven; Kammerorchester Elbe; Hanna Roth :: Beethoven: Symphonies :: 7:12
@ii Symphony No. 5 in C Minor, Op. 67: II. Andante con moto :: Ludwig van Beethoven; Kammerorchester Elbe; Hanna Roth :: Beethoven: Symphonies :: 9:30
@iii Symphony No. 5 in C Minor, Op. 67: III. Allegro :: Ludwig van Beethoven; Kammerorchester Elbe; Hanna Roth :: Beethoven: Symphonies :: 5:01
@seven Symphony No. 7 in A Major, Op. 92: II. Allegretto :: Ludwig van Beethoven; Kammerorchester Elbe; Hanna Roth :: Beethoven: Symphonies :: 8:05
i Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio :: Ludwig van Beethoven, Kammerorchester Elbe, Hanna Roth :: 7:12 :: qobuz :: Beethoven: Symphonies
ii Symphony No. 5 in C Minor, Op. 67: II. Andante con moto :: Kammerorchester Elbe - Topic :: 9:30
iii Symphony No. 5 in C Minor, Op. 67: III. Allegro :: Kammerorchester Elbe - Topic :: 5:01
seven Symphony No. 7 in A Major, Op. 92: II. Allegretto :: Kammerorchester Elbe - Topic :: 8:05
karajan Beethoven - Symphony No. 5 (Full) - Karajan :: classical vault :: 31:00
iv Symphony No. 5 in C Minor, Op. 67: IV. Allegro :: Kammerorchester Elbe - Topic :: 9:28
? i
? ii
? iii
? seven
? iii !iii
? i !i
? seven !seven
? ii !ii
= gymno classical
@one Gymnopédie No. 1 :: Erik Satie; Marta Lindqvist :: Satie: Piano Works :: 3:20
@three Gymnopédie No. 3 :: Erik Satie; Marta Lindqvist :: Satie: Piano Works :: 2:40
@gnoss Gnossienne No. 1 :: Erik Satie; Marta Lindqvist :: Satie: Piano Works :: 3:22
one Gymnopedie No. 1 :: Marta Lindqvist - Topic :: 3:20
three Gymnopédie No.3 :: Marta Lindqvist - Topic :: 2:41
gnoss Gnossienne No. 1 :: Marta Lindqvist - Topic :: 3:22
two Gymnopédie No. 2 :: Marta Lindqvist - Topic :: 2:42
hour Erik Satie - Gymnopédie No.1 (1 hour) :: study piano :: 60:00
? one
? three
? gnoss
? three !three
? one !one
= medley medley
@studio Medley: Golden Slumbers / Carry That Weight / The End :: Hollow Crown :: Covers :: 6:00
@carry Carry That Weight :: Hollow Crown :: Covers :: 1:37
studio Hollow Crown - Medley: Golden Slumbers / Carry That Weight / The End :: Hollow Crown :: 6:01
carry Carry That Weight :: Hollow Crown - Topic :: 1:37
golden Golden Slumbers :: Hollow Crown - Topic :: 1:32
beatles Golden Slumbers (Remastered 2009) :: The Beatles - Topic :: 1:32
? carry
? carry !carry
? studio !studio
= stylised short
@asap Praise the Lord (Da Shine) (feat. Skepta) :: A$AP Rocky; Skepta :: TESTING :: 3:25
@kesha TiK ToK :: Ke$ha :: Animal :: 3:19
@deadmau Strobe :: deadmau5 :: For Lack of a Better Name :: 10:37
@mo Final Song :: MØ :: Final Song :: 3:55
asap A$AP Rocky - Praise The Lord (Da Shine) (Official Video) ft. Skepta :: LIVELOVEASAPVEVO :: 3:37
asap Praise The Lord (Da Shine) :: ASAP Rocky - Topic :: 3:25
kesha Kesha - TiK ToK (Official HD Video) :: KeshaVEVO :: 3:35
kesha Tik Tok :: Kesha - Topic :: 3:19
deadmau deadmau5 - Strobe :: deadmau5 - Topic :: 10:37
deadmauedit deadmau5 - Strobe (Radio Edit) :: mau5trap :: 3:40
mo MØ - Final Song (Official Video) :: MOMOMOYOUTHVEVO :: 4:01
mo Final Song :: MO - Topic :: 3:55
? asap
? kesha
? deadmau
? mo
? mo !mo
? deadmau !deadmau
= repeatname short
@studio Bad Company :: Bad Company :: Bad Company :: 4:50
@ffdp Bad Company :: Five Finger Death Punch :: War Is the Answer :: 4:22
studio Bad Company - Bad Company (Official Audio) :: Bad Company :: 4:51
ffdp Five Finger Death Punch - Bad Company :: FiveFingerDeathPunchVEVO :: 4:24
ffdp Bad Company :: Five Finger Death Punch - Topic :: 4:22
x Bad Company - Feel Like Makin' Love :: Bad Company - Topic :: 5:12
x Bad :: Michael Jackson - Topic :: 4:07
? studio
? ffdp
? ffdp !ffdp
? studio !studio
= thename short
@studio The Chain - 2004 Remaster :: Fleetwood Mac :: Rumours :: 4:30
@harris The Chain :: Ingrid Michaelson :: Everybody :: 2:44
studio Fleetwood Mac - The Chain (Official Audio) :: Fleetwood Mac :: 4:29
studio Chain, The :: Fleetwood Mac :: 4:30 :: library :: Rumours
live Fleetwood Mac - The Chain (Live) :: Fleetwood Mac :: 5:32
harris The Chain :: Ingrid Michaelson - Topic :: 2:44
x Chains :: Nick Jonas - Topic :: 3:23
? studio
? harris
? harris !harris
? studio !studio
`
