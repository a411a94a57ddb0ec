/** Written last, and looked at once, with the rules as they are: the test half. Latin and other scripts. */
export const blind = String.raw`
= vivalavida latin
@studio Viva La Vida :: Coldplay :: Viva la Vida or Death and All His Friends :: 4:02
@live Viva La Vida - Live in Madrid :: Coldplay :: Live in Madrid :: 4:30
studio Viva La Vida :: Coldplay - Topic :: 4:02
studio~ Coldplay - Viva La Vida (Official Video) :: Coldplay :: 4:03
live Coldplay - Viva La Vida (Live In Madrid 2011) :: Coldplay :: 4:31
strings Viva la Vida - String Quartet Tribute to Coldplay :: VSQ fans :: 3:58
drums Viva La Vida Drum Cover :: tinysticks :: 4:02
x Viva Las Vegas :: Elvis Presley - Topic :: 2:29
? studio
? live
? live !live
? studio !studio
? studio -d
= jolene latin
@studio Jolene :: Dolly Parton :: Jolene :: 2:41
@white Jolene - Live Under Blackpool Lights :: The White Stripes :: Under Blackpool Lights :: 3:20
@lamontagne Jolene :: Ray LaMontagne :: Trouble :: 4:06
studio Dolly Parton - Jolene (Audio) :: DollyPartonVEVO :: 2:42
slow33 Dolly Parton - Jolene (slowed down to 33 rpm) :: vinyl speed :: 3:40
white The White Stripes - 'Jolene' (Live Under Blackpool Lights) :: The White Stripes :: 3:22
lamontagne Jolene :: Ray LaMontagne - Topic :: 4:06
miley Miley Cyrus - The Backyard Sessions - "Jolene" :: Miley Cyrus :: 2:57
? studio
? white
? lamontagne
? studio !studio
? lamontagne !lamontagne
? studio -d
= valerie latin
@ronson Valerie (feat. Amy Winehouse) - Version Revisited :: Mark Ronson; Amy Winehouse :: Version :: 3:39
@zutons Valerie :: The Zutons :: Tired of Hanging Around :: 3:56
@bbc Valerie - Live At BBC Radio 1 Live Lounge :: Amy Winehouse :: Back to Black (Deluxe) :: 3:53
zutons The Zutons - Valerie (Official Video) :: TheZutonsVEVO :: 3:52
zutons Valerie :: The Zutons - Topic :: 3:56
bbc Valerie (Live At BBC Radio 1 Live Lounge, London / 2007) :: Amy Winehouse - Topic :: 3:53
steve Steve Winwood - Valerie :: SteveWinwoodVEVO :: 4:06
karaoke Valerie - Amy Winehouse | Karaoke Version | KaraFun :: KaraFun :: 3:50
? zutons
? bbc
? zutons !zutons
? bbc !bbc
? zutons -d
= heroes latin
@bowie "Heroes" - 2017 Remaster :: David Bowie :: "Heroes" :: 6:11
@single "Heroes" - Single Version :: David Bowie :: Legacy :: 3:35
@alesso Heroes (we could be) :: Alesso; Tove Lo :: Forever :: 3:30
bowie "Heroes" (2017 Remaster) :: David Bowie - Topic :: 6:11
single David Bowie - Heroes (Official Video) :: David Bowie :: 3:36
alesso Alesso - Heroes (we could be) ft. Tove Lo [Official Lyric Video] :: AlessoVEVO :: 3:31
alesso Heroes (we could be) :: Alesso - Topic :: 3:30
gabriel Peter Gabriel - Heroes (Live) :: PeterGabrielVEVO :: 4:10
mans Måns Zelmerlöw - Heroes :: Eurovision Song Contest :: 3:11
? bowie
? single
? alesso
? bowie !bowie
? alesso !alesso
? bowie -d
= cottonsky latin
@studio Cotton Sky :: The Orchard Line :: Windfall :: 3:27
@live Cotton Sky (Live from Studio 4) :: The Orchard Line :: Studio 4 EP :: 3:50
@acoustic Cotton Sky (Acoustic) :: The Orchard Line :: Windfall (Deluxe Edition) :: 3:12
@re Cotton Sky (Re-recorded) :: The Orchard Line :: Windfall Revisited :: 3:29
studio The Orchard Line – Cotton Sky [Official HD Video] :: Orchard Line :: 3:31
studio Cotton Sky :: Orchard Line :: 3:27 :: library :: Windfall
live The Orchard Line - Cotton Sky (Live from Studio 4) :: The Orchard Line :: 3:51
acoustic Cotton Sky (Acoustic) :: The Orchard Line - Topic :: 3:12
re Cotton Sky (Re-Recorded) :: The Orchard Line - Topic :: 3:29
cover "Cotton Sky" by The Orchard Line (Cover) :: Mel & Jo :: 3:25
? studio
? live
? acoustic
? re
? re !re
? live !live
? acoustic !acoustic
? studio !studio
? studio -d
= marblehall latin
@studio Marble Hall :: Ines Okoro :: Rooms :: 4:09
@ottis Marble Hall (Ottis Crane Remix) :: Ines Okoro; Ottis Crane :: Rooms (Remixes) :: 6:00
@edit Marble Hall (Ottis Crane Remix) [Radio Edit] :: Ines Okoro; Ottis Crane :: Rooms (Remixes) :: 3:15
studio Ines Okoro - Marble Hall (Visualiser) :: Ines Okoro :: 4:10
ottis Ines Okoro - Marble Hall (Ottis Crane Remix) :: Lowtide Records :: 6:01
edit Marble Hall (Ottis Crane Remix) [Radio Edit] :: Ines Okoro - Topic :: 3:15
vela Marble Hall (Vela Remix) :: Ines Okoro - Topic :: 5:58
inst Ines Okoro - Marble Hall (Instrumental) :: stems and loops :: 4:09
? studio
? ottis
? ottis !ottis
? studio !studio
? studio -d
= dogdays latin
@studio Dog Days Are Over :: Florence + The Machine :: Lungs :: 4:12
@demo Dog Days Are Over - Demo :: Florence + The Machine :: Between Two Lungs :: 3:30
studio Florence + The Machine - Dog Days Are Over (2010 Version) (Official Video) :: FlorenceMachineVEVO :: 4:14
studio Dog Days Are Over :: Florence and the Machine - Topic :: 4:12
demo Dog Days Are Over (Demo) :: Florence + The Machine - Topic :: 3:30
bassb Dog Days Are Over (bass boosted) :: BOOM LAB :: 4:12
glee Dog Days Are Over (Glee Cast Version) :: Glee Cast - Topic :: 3:38
? studio
? demo
? demo !demo
? studio !studio
? studio -d
= parttwo latin
@one Long Shadow, Part One :: Ember Vale :: Dusk :: 3:40
@two Long Shadow, Part Two :: Ember Vale :: Dusk :: 3:43
@epilogue Long Shadow (Epilogue) :: Ember Vale :: Dusk :: 1:30
one Long Shadow Pt. 1 :: Ember Vale - Topic :: 3:40
two Ember Vale - Long Shadow (Pt. 2) :: Ember Vale :: 3:44
epilogue Long Shadow (Epilogue) :: Ember Vale - Topic :: 1:30
x Long Shadows :: Josh Ritter - Topic :: 3:42
? one
? two
? epilogue
? two !two
? one !one
? epilogue !epilogue
? one -d
= citysleep latin
@studio While the City Sleeps :: MC Aro; Juno Bell :: Concrete :: 3:10
@chicago While the City Sleeps, We Rule the Streets :: Cobra Starship :: While the City Sleeps :: 2:36
studio MC Aro - While The City Sleeps feat. Juno Bell (prod. by Tavi) :: MC Aro TV :: 3:11
studio While the City Sleeps (feat. Juno Bell) :: MC Aro - Topic :: 3:10
x While the City Sleeps :: Chicago - Topic :: 3:53
beat MC Aro Type Beat - "City Sleeps" :: tavibeats :: 3:05
eightd MC Aro - While The City Sleeps [8D AUDIO] :: 8D Nation :: 3:10
? studio
? studio -artist
? studio !studio
? studio -d
= twofeet latin
@studio Go Easy (I'm Still Learning) :: Two Feet Left :: Balance :: 3:02
@noel Go Easy :: Noel Strand :: Slow Cars :: 4:00
studio Two Feet Left - Go Easy (I'm Still Learning) Lyrics :: lyrichaven :: 3:04
studio Go Easy (I'm Still Learning) :: Two Feet Left :: 3:02 :: spotify
noel Noel Strand - Go Easy (Official Audio) :: Noel Strand :: 4:00
x Go Easy On Me (sped up) :: tiktok audios :: 3:00
nightcore Nightcore - Go Easy (I'm Still Learning) :: nightcorehub :: 2:36
? studio
? noel
? noel !noel
? studio !studio
? studio -d
= caminos latin
@studio Caminos de sal :: Rosario Peña :: Sal :: 3:29
@acus Caminos de sal (acústico) :: Rosario Peña :: Sal :: 3:10
@vivo Caminos de sal (en vivo) :: Rosario Peña :: Teatro Colón (En Vivo) :: 4:00
studio ROSARIO PEÑA - Caminos de Sal (Video Oficial) :: Rosario Peña :: 3:33
studio Caminos de sal :: Rosario Pena - Topic :: 3:29
acus Caminos de Sal - Versión Acústica :: Rosario Peña - Topic :: 3:11
vivo Rosario Peña - Caminos de Sal (En Vivo, Teatro Colón) :: Rosario Peña :: 4:01
remix Caminos de Sal (Remix) Rosario Peña ft. Kenzo :: Kenzo Flow :: 3:40
x Caminos de sol :: Rosario Peña - Topic :: 3:28
? studio
? acus
? vivo
? vivo !vivo
? acus !acus
? studio !studio
? studio -d
= nuit latin
@studio Les nuits de Lyon :: Édouard Maret :: Quais :: 3:50
@live Les nuits de Lyon (Live) :: Édouard Maret :: À l'Olympia :: 4:15
studio Edouard Maret - Les Nuits de Lyon (clip officiel) :: EdouardMaretVEVO :: 3:54
studio Les nuits de Lyon :: Édouard Maret - Topic :: 3:50
live Édouard Maret - Les nuits de Lyon (en public à l'Olympia) :: Édouard Maret :: 4:16
kar Les nuits de Lyon - Édouard Maret (Karaoké) :: karafrance :: 3:50
x Les nuits de Lille :: Édouard Maret - Topic :: 3:49
? studio
? live
? live !live
? studio !studio
? studio -d
= flugzeug latin
@studio Flugzeuge aus Papier :: Lotte Brandt :: Drachen :: 3:33
@live Flugzeuge aus Papier (Live in Hamburg) :: Lotte Brandt :: Live in Hamburg :: 3:59
studio Lotte Brandt - Flugzeuge aus Papier (Offizielles Video) :: LotteBrandtVEVO :: 3:36
studio Flugzeuge aus Papier :: Lotte Brandt - Topic :: 3:33
live Flugzeuge aus Papier (Live in Hamburg) :: Lotte Brandt - Topic :: 3:59
wien Lotte Brandt - Flugzeuge aus Papier (Live in Wien) :: wienfan :: 3:58
cov Flugzeuge aus Papier - Lotte Brandt (Cover von Mia) :: Mia :: 3:30
? studio
? live
? live !live
? studio !studio
? studio -d
= yildiz turkish
@studio Yıldızlar Şahit :: Mert Aksoy :: Gece :: 4:00
@akustik Yıldızlar Şahit - Akustik :: Mert Aksoy :: Gece (Akustik) :: 3:44
studio Mert Aksoy - Yıldızlar Şahit (Official Video) :: Mert Aksoy :: 4:04
studio Yildizlar Sahit :: Mert Aksoy - Topic :: 4:00
akustik Mert Aksoy - Yıldızlar Şahit (Akustik Versiyon) :: Mert Aksoy :: 3:45
kar Yıldızlar Şahit karaoke :: Karaoke Türk :: 4:00
x Yıldızlar :: Mert Aksoy - Topic :: 3:58
? studio
? akustik
? akustik !akustik
? studio !studio
? studio -d
= song3 short
@up Up :: Cardi B :: Up :: 2:36 ::  :: explicit
@down Down :: Jay Sean; Lil Wayne :: All or Nothing :: 3:32
@ups Up :: Sela Roe :: Verticals :: 2:40
up Cardi B - Up [Official Music Video] :: Cardi B :: 2:43
up Up :: Cardi B - Topic :: 2:37
down Jay Sean - Down ft. Lil Wayne :: JaySeanVEVO :: 3:35
ups Up :: Sela Roe - Topic :: 2:40
x Up & Up :: Coldplay - Topic :: 6:45
? up
? down
? ups
? ups !ups
? down !down
? up -d
= akari japanese
@studio 灯りの行方 :: 水瀬ハル :: 港 :: 4:35
@live 灯りの行方 (Live Ver.) :: 水瀬ハル :: 港ツアー :: 5:00
@insto 灯りの行方 (Instrumental) :: 水瀬ハル :: 港 :: 4:35
studio 水瀬ハル / 灯りの行方【Official Music Video】 :: 水瀬ハル :: 4:38
studio 灯りの行方 :: 水瀬ハル - Topic :: 4:35
live 水瀬ハル「灯りの行方」ライブ映像 :: 水瀬ハル :: 5:01
insto 灯りの行方 (Instrumental) :: 水瀬ハル - Topic :: 4:35
hiki 灯りの行方 弾き語り cover 水瀬ハル :: ギター部 :: 4:30
x 灯りの在処 :: 水瀬ハル - Topic :: 4:34
? studio
? live
? insto
? live !live
? insto !insto
? studio !studio
? studio -d
= kimi japanese
@studio 君のカタチ :: レモンソーダ :: 泡 :: 3:22
@eng 君のカタチ (English Version) :: レモンソーダ :: 泡 EP :: 3:22
studio レモンソーダ - 君のカタチ (MV) :: レモンソーダ Official :: 3:25
studio 君のかたち :: レモンソーダ - Topic :: 3:22
eng 君のカタチ (英語版) :: レモンソーダ - Topic :: 3:22
sped 君のカタチ - レモンソーダ (sped up) :: speed jpop :: 2:50
x 君のカケラ :: レモンソーダ - Topic :: 3:21
? studio
? eng
? eng !eng
? studio !studio
? studio -d
= chunfeng chinese
@studio 春風十里 :: 許一白 :: 江南 :: 4:20
@live 春風十里 (演唱會版) :: 許一白 :: 江南演唱會 :: 4:50
studio 许一白 - 春风十里 (官方动态歌词) :: 许一白 :: 4:21
studio 春風十里 :: 許一白 - Topic :: 4:20
live 許一白 - 春風十里 (演唱會版) :: 許一白 :: 4:51
dj 春风十里 (DJ版) :: 车载音乐 :: 3:50
fan 春风十里 翻唱 小荷 :: 小荷 :: 4:18
x 春风不度 :: 许一白 - Topic :: 4:19
? studio
? live
? live !live
? studio !studio
? studio -d
= gaeul korean
@studio 가을이 오면 :: 은서 :: 계절 :: 3:55
@eng 가을이 오면 (English Ver.) :: 은서 :: 계절 :: 3:55
studio 은서 (Eunseo) '가을이 오면' MV :: 은서 :: 3:58
studio 가을이 오면 :: 은서 - Topic :: 3:55
eng 가을이 오면 (영어 버전) :: 은서 - Topic :: 3:55
live 은서 - 가을이 오면 [라이브 클립] :: 딩고 :: 4:02
mr 가을이 오면 - 은서 (노래방) :: 금영 :: 3:55
x 가을이 가면 :: 은서 - Topic :: 3:54
? studio
? eng
? eng !eng
? studio !studio
? studio -d
= reka cyrillic
@studio Река помнит :: Анна Зорина :: Берег :: 4:02
@remix Река помнит (Remix by Volna) :: Анна Зорина; Volna :: Берег :: 3:40
@live Река помнит (концертная версия) :: Анна Зорина :: Концерт в Казани :: 4:30
studio Анна Зорина - Река помнит (Премьера клипа) :: Анна Зорина :: 4:06
studio Река помнит :: Анна Зорина - Topic :: 4:02
remix Анна Зорина - Река помнит (Volna Remix) :: Volna :: 3:41
live Анна Зорина - Река помнит (концерт в Казани) :: Анна Зорина :: 4:31
kav Река помнит (кавер) Анна Зорина :: Юля под гитару :: 3:58
x Река забыла :: Анна Зорина - Topic :: 4:01
? studio
? remix
? live
? remix !remix
? live !live
? studio !studio
? studio -d
= ourania greek
@studio Ουράνιο τόξο :: Δήμος Αρής :: Βροχή :: 3:45
@live Ουράνιο τόξο (Ζωντανή ηχογράφηση) :: Δήμος Αρής :: Ζωντανά :: 4:10
studio Δήμος Αρής - Ουράνιο Τόξο (Official Video Clip) :: Δήμος Αρής :: 3:50
studio ΟΥΡΑΝΙΟ ΤΟΞΟ :: Δήμος Αρής - Topic :: 3:45
live Δήμος Αρής - Ουράνιο τόξο (Live) :: Δήμος Αρής :: 4:11
kar Ουράνιο τόξο (καραόκε) Δήμος Αρής :: Καραόκε GR :: 3:45
x Ουρανός :: Δήμος Αρής - Topic :: 3:44
? studio
? live
? live !live
? studio !studio
? studio -d
= nour arabic
@studio نجوم الصيف :: طارق البحري :: صيف :: 3:59
@inst نجوم الصيف (موسيقى) :: طارق البحري :: صيف :: 3:59
studio طارق البحري - نجوم الصيف (فيديو كليب) :: طارق البحري :: 4:03
studio نجوم الصيف :: طارق البحرى - Topic :: 3:59
inst نجوم الصيف - موسيقى فقط :: موسيقى عربية :: 3:59
live طارق البحري - نجوم الصيف (حفل قرطاج) :: مهرجان قرطاج :: 5:00
x نجوم الليل :: طارق البحري - Topic :: 3:58
? studio
? studio -d
? studio !studio
= shemesh hebrew
@studio שמש אחרונה :: יואב טל :: חורף :: 3:37
@live שמש אחרונה (לייב) :: יואב טל :: לייב בבארבי :: 4:05
studio יואב טל - שמש אחרונה (קליפ רשמי) :: יואב טל :: 3:40
studio שמש אחרונה :: יואב טל - Topic :: 3:37
live יואב טל - שמש אחרונה (לייב בבארבי) :: יואב טל :: 4:06
kar שמש אחרונה - יואב טל (קריוקי) :: קריוקי ישראלי :: 3:37
x שמש ראשונה :: יואב טל - Topic :: 3:36
? studio
? live
? live !live
? studio !studio
? studio -d
`
