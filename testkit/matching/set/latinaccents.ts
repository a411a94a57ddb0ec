/** Recordings in languages of the Latin script that say what a version is in words of their own. */
export const latinAccents = String.raw`
= corazon latin
@studio Corazón de papel :: Lucía Ferrán :: Papel :: 3:35
@vivo Corazón de papel - En Vivo :: Lucía Ferrán :: En vivo en el Gran Rex :: 4:05
@acus Corazón de papel (Versión Acústica) :: Lucía Ferrán :: Papel (Deluxe) :: 3:20
studio Lucia Ferran - Corazon de Papel (Video Oficial) :: LuciaFerranVEVO :: 3:40
studio Corazón de papel :: Lucía Ferrán - Topic :: 3:35
vivo Lucía Ferrán - Corazón de papel (En Vivo) [Gran Rex] :: Lucía Ferrán :: 4:06
acus Corazón de Papel (Versión Acústica) :: Lucía Ferrán - Topic :: 3:20
studio~ Lucía Ferrán - Corazón de papel (letra) :: letras y más :: 3:36
karaoke Corazón de papel (Karaoke) - al estilo de Lucía Ferrán :: Canta Tú :: 3:35
cumbia Corazón de papel (versión cumbia) :: Los del Barrio :: 3:30
? studio
? vivo
? acus
? vivo !vivo
? acus !acus
? studio !studio
= saudade latin
@studio Saudade do Mar :: Caio Tavares :: Maré :: 4:12
@ao Saudade do Mar (Ao Vivo) :: Caio Tavares :: Ao Vivo em Salvador :: 4:55
studio Caio Tavares - Saudade do Mar (Clipe Oficial) :: Caio Tavares :: 4:20
studio Saudade do Mar :: Caio Tavares - Topic :: 4:12
ao Caio Tavares - Saudade do Mar (Ao Vivo em Salvador) :: Caio Tavares :: 4:56
cifra Como tocar Saudade do Mar - aula de violão :: CifraFácil :: 10:00
remix Saudade do Mar (Remix) DJ Zeca :: DJ Zeca :: 3:45
x Saudade :: Caio Tavares - Topic :: 4:10
? studio
? ao
? ao !ao
? studio !studio
= lamer latin
@studio La mer :: Charles Trenet :: La mer :: 3:20
@bea Beyond the Sea :: Bobby Darin :: That's All :: 2:52
studio Charles Trenet - La Mer (Officiel) [Live Version] :: ina chansons :: 3:30
right Charles Trenet - La mer :: Charles Trenet - Topic :: 3:21
debussy Debussy - La Mer :: Berliner Orchester :: 24:00
bea Bobby Darin - Beyond the Sea :: Bobby Darin - Topic :: 2:53
julio Julio Iglesias - La Mer :: Julio Iglesias :: 3:22
? studio = right
? bea
? studio !right = right
? bea !bea
= neonlicht latin
@studio Neonlicht :: Straße Nord :: Asphalt :: 3:59
@live Neonlicht (Live aus Berlin) :: Straße Nord :: Live aus Berlin :: 4:22
@akustik Neonlicht - Akustik :: Straße Nord :: Asphalt (Deluxe) :: 3:40
@kraft Neonlicht :: Kraftwerk :: Die Mensch-Maschine :: 8:51
studio STRASSE NORD - Neonlicht (Offizielles Video) :: STRASSE NORD :: 4:02
studio Neonlicht :: Straße Nord - Topic :: 3:59
live Straße Nord - Neonlicht (Live aus Berlin) :: Straße Nord :: 4:23
akustik Neonlicht (Akustikversion) :: Straße Nord - Topic :: 3:40
kraft Neonlicht (2009 Remaster) :: Kraftwerk - Topic :: 8:52
studio~ Neonlicht Straße Nord Songtext :: Texte DE :: 4:00
? studio
? live
? akustik
? kraft
? live !live
? kraft !kraft
? studio !studio
= deniz turkish
@studio Deniz Işığı :: Irmak Çelik :: Kıyı :: 3:47
@akustik Deniz Işığı (Akustik) :: Irmak Çelik :: Kıyı :: 3:30
@canli Deniz Işığı - Canlı :: Irmak Çelik :: Harbiye Konseri :: 4:20
studio IRMAK ÇELİK - DENİZ IŞIĞI (Official Video) :: IRMAK ÇELİK :: 3:50
studio Deniz Isigi :: Irmak Celik - Topic :: 3:47
akustik Irmak Çelik - Deniz Işığı (Akustik) :: Irmak Çelik :: 3:31
canli Irmak Çelik - Deniz Işığı (Canlı Performans) :: Harbiye TV :: 4:21
yavas irmak çelik - deniz ışığı (yavaşlatılmış) :: gece modu :: 4:20
studio~ Irmak Çelik - Deniz Işığı (Şarkı Sözleri) :: sözler :: 3:48
? studio
? akustik
? canli
? canli !canli
? akustik !akustik
? studio !studio
= simarik turkish
@studio Şımarık :: Tarkan :: Ölürüm Sana :: 3:56
studio TARKAN - Şımarık (Official Music Video) :: TARKAN :: 3:20
studio Simarik :: Tarkan - Topic :: 3:56
holly Holly Valance - Kiss Kiss :: HollyValanceVEVO :: 3:25
remix Tarkan - Şımarık (Burak Yeter Remix) :: Burak Yeter :: 3:10
x Dudu :: Tarkan - Topic :: 4:40
? studio
? studio !studio
= mua vietnamese
@studio Mưa Tháng Sáu :: Linh Anh :: Mưa :: 4:28
@beat Mưa Tháng Sáu (Beat) :: Linh Anh :: Mưa :: 4:28
studio Linh Anh - Mưa Tháng Sáu (Official MV) :: Linh Anh Official :: 4:35
studio Mưa Tháng Sáu :: Linh Anh - Topic :: 4:28
karaoke Mưa Tháng Sáu Karaoke Beat Chuẩn Tone Nữ :: Karaoke Việt :: 4:28
lofi Mưa Tháng Sáu (Lofi Ver.) - Linh Anh x Freak D :: Freak D :: 4:10
x Mưa Tháng Bảy :: Linh Anh - Topic :: 4:27
x Mùa Tháng Sáu :: Gió - Topic :: 4:28
? studio
? studio !studio
? studio -d
= rakthai thai
@studio รักเธอเสมอ :: ดาวเหนือ :: คืนฝน :: 4:15
@live รักเธอเสมอ (แสดงสด) :: ดาวเหนือ :: คอนเสิร์ตคืนฝน :: 4:50
studio รักเธอเสมอ - ดาวเหนือ [Official MV] :: ดาวเหนือ Official :: 4:20
studio รักเธอเสมอ :: ดาวเหนือ - Topic :: 4:15
live ดาวเหนือ - รักเธอเสมอ (แสดงสด) :: ดาวเหนือ Official :: 4:51
karaoke รักเธอเสมอ คาราโอเกะ ดาวเหนือ :: คาราโอเกะไทย :: 4:15
x รักเธอ :: ดาวเหนือ - Topic :: 4:14
cover รักเธอเสมอ - ดาวเหนือ (cover) :: น้องฟ้า :: 4:10
? studio
? live
? live !live
? studio !studio
= lodz latin
@studio Księżyc nad Łodzią :: Wisła Blues :: Mosty :: 5:11
@zywo Księżyc nad Łodzią (Na Żywo) :: Wisła Blues :: Na żywo w Trójce :: 6:02
studio Wisla Blues - Ksiezyc nad Lodzia :: polski blues :: 5:12
studio Księżyc nad Łodzią :: Wisła Blues - Topic :: 5:11
zywo Wisła Blues - Księżyc nad Łodzią (Na Żywo w Trójce) :: Trójka :: 6:03
studio~ Wisła Blues - Księżyc nad Łodzią (tekst) :: teksty :: 5:10
x Łódź nocą :: Wisła Blues - Topic :: 5:09
x Księżyc :: Wisła Blues - Topic :: 5:10
? studio
? zywo
? zywo !zywo
? studio !studio
= kesariya indic
@studio केसरिया :: अरिजीत सिंह; प्रीतम :: ब्रह्मास्त्र :: 4:28
@rom Kesariya (From "Brahmastra") :: Pritam; Arijit Singh; Amitabh Bhattacharya :: Brahmastra :: 4:28
rom Kesariya - Brahmāstra | Ranbir Kapoor | Alia Bhatt | Pritam | Arijit Singh | Amitabh Bhattacharya :: Sony Music India :: 2:52
rom Kesariya :: Pritam, Arijit Singh & Amitabh Bhattacharya :: 4:28 :: applemusic :: Brahmastra
studio केसरिया :: अरिजीत सिंह - Topic :: 4:28
lofi Kesariya (Lofi Mix) - Arijit Singh :: Bollywood Lofi :: 4:00
tel Kumkumala (Telugu Version of Kesariya) :: Sid Sriram :: 4:28
dance Kesariya (Dance Mix) :: Shashwat Sachdev, Antara Mitra :: 3:40 :: spotify
? rom
? studio
? rom !rom
? studio !studio
`
