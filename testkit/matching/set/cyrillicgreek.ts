/** Russian, Ukrainian, Bulgarian and Greek recordings. */
export const cyrillicGreek = String.raw`
= gruppakrovi cyrillic
@studio Группа крови :: Кино :: Группа крови :: 4:46
@rom Gruppa Krovi :: Kino :: Gruppa Krovi :: 4:46
studio Группа крови :: КИНО - Topic :: 4:46
studio~ Виктор Цой и группа Кино - Группа крови :: Цой жив :: 4:47
live Кино - Группа крови (концерт в Лужниках 1990) :: Архив рока :: 4:55
cover Группа крови - Кино (кавер на гитаре) :: Дворовые песни :: 4:40
chords Кино - Группа крови (разбор на гитаре, аккорды) :: Гитара просто :: 9:00
minus Кино - Группа крови (минус) :: Караоке дома :: 4:46
x Группа риска :: Сплин - Topic :: 4:45
? studio
? rom = studio
? studio !studio
? studio -d
= zvezda cyrillic
@studio Звезда по имени Солнце :: Кино :: Звезда по имени Солнце :: 3:45
studio Звезда по имени Солнце :: КИНО - Topic :: 3:46
studio Кино - Звезда по имени Солнце (Клип) :: Maschina Records :: 3:50
slowed кино - звезда по имени солнце (slowed) :: ночь :: 4:30
remix Кино - Звезда по имени Солнце (DJ Ветер Ремикс) :: DJ Ветер :: 3:30
x Звезда :: Мумий Тролль - Topic :: 3:44
? studio
? studio !studio
= moydrug cyrillic
@studio Мой друг :: Северный берег :: Маяк :: 4:11
@plural Мои друзья :: Северный берег :: Маяк :: 3:20
@live Мой друг (live) :: Северный берег :: Живьём :: 4:30
studio Северный берег - Мой друг (Официальный клип) :: Северный берег :: 4:15
studio Мой друг :: Северный берег - Topic :: 4:11
plural Мои друзья :: Северный берег - Topic :: 3:20
live Северный берег — Мой друг (вживую, Москва) :: Северный берег :: 4:31
karaoke Мой друг (караоке) Северный берег :: ПойСам :: 4:11
? studio
? plural
? live
? plural !plural
? studio !studio
? live !live
= elka cyrillic
@studio Ёлка :: Зимний сад :: Снег :: 3:02
@summer Прованс :: Ёлка :: Точки расставлены :: 4:07
studio Елка :: Зимний сад - Topic :: 3:02
studio Зимний сад - Ёлка (премьера клипа) :: Зимний сад :: 3:10
summer Ёлка - Прованс :: ElkaVEVO :: 4:10
summer Прованс :: Елка - Topic :: 4:07
chas Прованс Ёлка 1 час :: повтор :: 60:00
x В лесу родилась ёлочка :: Детский хор :: 2:58
? studio
? summer
? summer !summer
? studio !studio
= oberih cyrillic
@studio Обійми :: Океан Ельзи :: Земля :: 3:44
studio Океан Ельзи - Обійми (official video) :: OkeanElzyOfficial :: 4:02
studio Обійми :: Okean Elzy - Topic :: 3:44
live Океан Ельзи - Обійми (Live at Olympic Stadium) :: OkeanElzyOfficial :: 5:20
cover Обійми - Океан Ельзи (кавер) :: Софія співає :: 3:40
x Обійми мене :: Мар'яна - Topic :: 3:43
? studio
? studio !studio
= malenkaya cyrillic
@studio Маленькая страна :: Рассвет :: Дорога домой :: 3:30
@nat Маленькая страна :: Наташа Королёва :: Поклонник :: 4:03
studio Рассвет - Маленькая страна (текст песни) :: Тексты :: 3:31
nat Наташа Королева - Маленькая страна (клип 1995) :: Наташа Королева :: 4:01
parody Маленькая страна (пародия) :: КВН :: 3:00
uskor Маленькая страна (ускоренная версия) :: спид :: 2:50
? studio
? nat
? nat !nat
? studio !studio
= vetar cyrillic
@studio Ветер знает :: Игорь Лунёв :: Степь :: 5:05
@acou Ветер знает (акустика) :: Игорь Лунёв :: Степь :: 4:30
@two Ветер знает 2 :: Игорь Лунёв :: Степь 2 :: 4:45
studio Игорь Лунев - Ветер знает :: Игорь Лунев :: 5:05
acou Игорь Лунёв — Ветер знает (Акустика) :: Студия 21 :: 4:31
two Ветер знает 2 :: Игорь Лунёв - Topic :: 4:45
react Реакция на: Игорь Лунёв - Ветер знает :: Два деда :: 11:00
? studio
? acou
? two
? two !two
? acou !acou
? studio !studio
= zorba greek
@studio Ο χορός του Ζορμπά :: Μίκης Θεοδωράκης :: Zorba the Greek :: 4:28
studio Μίκης Θεοδωράκης - Ο Χορός Του Ζορμπά (Official Audio) :: Mikis Theodorakis :: 4:28
studio Ο ΧΟΡΟΣ ΤΟΥ ΖΟΡΜΠΑ :: Μίκης Θεοδωράκης - Topic :: 4:28
lesson Sirtaki dance tutorial - Zorba :: dance greek :: 4:30
x Ο χορός των άστρων :: Νίκος Πορτοκάλογλου - Topic :: 4:25
x Ζορμπάς :: Ορχήστρα Αθηνών :: 4:20
? studio
? studio !studio
= thalassa greek
@studio Η θάλασσα :: Άννα Βερίκη :: Νησιά :: 3:33
@live Η θάλασσα (Live) :: Άννα Βερίκη :: Live στο Ηρώδειο :: 4:01
studio Άννα Βερίκη - Η Θάλασσα | Official Music Video :: AnnaVerikiVEVO :: 3:40
studio Η Θάλασσα :: Αννα Βερικη - Topic :: 3:33
live Άννα Βερίκη - Η θάλασσα (Ζωντανά στο Ηρώδειο) :: Άννα Βερίκη :: 4:02
karaoke Η θάλασσα (καραόκε) :: Καραόκε Κλαμπ :: 3:33
x Θάλασσα μου σκοτεινή :: Γιάννης Κότσιρας :: 3:35
? studio
? live
? live !live
? studio !studio
= dromos greek
@studio Δρόμος :: Παράλληλοι :: Παράλληλοι :: 4:05
studio Παράλληλοι - Δρόμος (στίχοι) :: stixoi gr :: 4:06
dias Δρόμος - Παράλληλοι (διασκευή) :: ΕλληΝίκη :: 4:00
x Ο δρόμος :: Μάνος Λοΐζος - Topic :: 3:10
x Δρόμοι :: Παράλληλοι - Topic :: 4:04
? studio
? studio !studio
`
