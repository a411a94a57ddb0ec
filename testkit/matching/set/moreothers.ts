/** Other wishes for the same kinds of recordings, written in a second round. Other scripts than Latin. */
export const moreOthers = String.raw`
= pretender japanese
@studio Pretender :: Official髭男dism :: Traveler :: 5:27
@live Pretender (Live at 日本武道館) :: Official髭男dism :: 武道館 :: 5:50
studio Official髭男dism - Pretender［Official Video］ :: Official髭男dism :: 5:34
studio Pretender :: Official HIGE DANdism / Official髭男dism - Topic :: 5:28
live Official髭男dism - Pretender［Official Live Video］ :: Official髭男dism :: 5:51
foo Foo Fighters - The Pretender :: foofightersVEVO :: 4:30
cover 【女性が歌う】Pretender / Official髭男dism (Covered by コバソロ) :: コバソロ :: 5:20
? studio
? live
? studio !studio
? live !live
= hoshi japanese
@studio 星屑の約束 :: 空木カナ :: 夜想 :: 4:08
@piano 星屑の約束 (ピアノver.) :: 空木カナ :: 夜想 :: 4:15
@tv 星屑の約束 (TVサイズ) :: 空木カナ :: TVアニメ主題歌集 :: 1:30
studio 空木カナ『星屑の約束』Music Video :: 空木カナ Official :: 4:10
studio 星屑の約束 :: 空木カナ - Topic :: 4:08
tv 空木カナ - 星屑の約束 (TVサイズ) :: アニメ主題歌ch :: 1:30
karaoke 星屑の約束 カラオケ 空木カナ :: 歌っちゃ王 :: 4:08
utatte 星屑の約束 歌ってみた :: さくや :: 4:09
x 星屑の记憶 :: 空木カナ - Topic :: 4:07
? studio
? tv
? tv !tv
? studio !studio
= tokyo japanese
@studio トーキョーナイト :: ネオン坂 :: 都市 :: 3:40
@remix トーキョーナイト (Kazu Remix) :: ネオン坂 :: 都市リミックス :: 4:20
studio ネオン坂「トーキョーナイト」MV :: ネオン坂 :: 3:42
studio とーきょーないと :: ネオン坂 - Topic :: 3:40
remix ネオン坂 - トーキョーナイト (Kazu Remix) :: Kazu :: 4:21
x トーキョーデイズ :: ネオン坂 - Topic :: 3:39
hour トーキョーナイト 1時間耐久 :: 耐久部 :: 60:00
? studio
? remix
? remix !remix
? studio !studio
= chengdu chinese
@studio 成都 :: 赵雷 :: 无法长大 :: 5:28
@live 成都 (现场版) :: 赵雷 :: 现场 :: 5:50
studio 赵雷 - 成都 (官方MV) :: 赵雷 :: 5:30
studio 成都 :: 趙雷 - Topic :: 5:28
live 赵雷《成都》现场版 歌手第五期 :: 歌手频道 :: 5:51
cover 成都 (翻唱) - 赵雷 :: 阿城弹唱 :: 5:20
x 成都的冬天 :: 赵雷 - Topic :: 5:26
? studio
? live
? live !live
? studio !studio
= yuguang chinese
@studio 餘光裡的你 :: 蘇以晴 :: 餘光 :: 4:11
@cant 餘光裡的你 (粵語版) :: 蘇以晴 :: 餘光 :: 4:12
studio 余光里的你 - 苏以晴 :: 苏以晴 :: 4:11
studio 蘇以晴 Su Yiqing【餘光裡的你】Official MV :: 蘇以晴 :: 4:15
cant 蘇以晴 - 餘光裡的你 (粵語版) :: 蘇以晴 :: 4:12
ban 餘光裡的你 (伴奏) 蘇以晴 :: 伴奏網 :: 4:11
jiasu 余光里的你 (加速版) :: 热门音乐 :: 3:20
x 人海裡的你 :: 蘇以晴 - Topic :: 4:10
? studio
? cant
? cant !cant
? studio !studio
= love119 korean
@studio 밤편지 :: 아이유 :: Palette :: 4:13
@inst 밤편지 (Inst.) :: 아이유 :: Palette :: 4:13
studio [MV] IU(아이유) _ Through the Night(밤편지) :: 1theK (원더케이) :: 4:30
studio 밤편지 :: 아이유(IU) - Topic :: 4:13
live 아이유 - 밤편지 라이브 (유희열의 스케치북) :: KBS Kpop :: 4:30
cover 밤편지 - 아이유 (COVER BY 하루) :: 하루 :: 4:10
lesson 아이유 밤편지 기타 강좌 :: 기타쌤 :: 9:00
x 가을 편지 :: 아이유 - Topic :: 4:12
? studio
? studio !studio
? studio -d
= pado korean
@studio 파도가 부르면 :: 윤슬 :: 바다 :: 3:33
@acoustic 파도가 부르면 (Acoustic Ver.) :: 윤슬 :: 바다 :: 3:20
@jp 波が呼べば :: 윤슬 :: 海 :: 3:33
studio 윤슬(Yunseul) - 파도가 부르면 [Official MV] :: 윤슬 :: 3:36
studio 파도가 부르면 :: 윤슬 - Topic :: 3:33
acoustic 윤슬 - 파도가 부르면 (Acoustic Ver.) :: 윤슬 :: 3:21
jp 波が呼べば :: 윤슬 - Topic :: 3:33
noraebang 파도가 부르면 노래방 반주 윤슬 :: TJ노래방 :: 3:33
? studio
? acoustic
? acoustic !acoustic
? jp
? studio !studio
= doroga cyrillic
@studio Дорога на юг :: Медный всадник :: Пыль :: 4:50
@acou Дорога на юг (акустика) :: Медный всадник :: Пыль :: 4:20
@live Дорога на юг (Live) :: Медный всадник :: Концерт в Крокусе :: 5:30
studio Медный всадник - Дорога на юг (Official Video) :: Медный всадник :: 4:55
studio Дорога на юг :: Медный Всадник - Topic :: 4:50
acou Медный Всадник — Дорога на юг (акустика) :: Медный Всадник :: 4:21
live Медный всадник - Дорога на юг (концерт в Крокусе) :: Медный всадник :: 5:31
remix Дорога на юг (Ремикс DJ Volk) Медный всадник :: DJ Volk :: 3:40
x Дорога на север :: Медный всадник - Topic :: 4:48
? studio
? acou
? live
? acou !acou
? live !live
? studio !studio
= zima cyrillic
@studio Зима близко :: Тася Ветрова :: Иней :: 3:15
@two Зима близко, часть 2 :: Тася Ветрова :: Иней :: 3:45
@ua Зима близько :: Тася Ветрова :: Іній :: 3:16
studio Тася Ветрова - Зима близко (Премьера клипа 2022) :: Тася Ветрова :: 3:20
studio Зима близко :: Тася Ветрова - Topic :: 3:15
two Зима близко, ч. 2 (часть 2) :: Тася Ветрова - Topic :: 3:45
karaoke Зима близко минус караоке :: Караоке TV :: 3:15
spid тася ветрова - зима близко (спид ап) :: speedy ru :: 2:40
? studio
? studio !studio
= molitva cyrillic
@studio Молитва :: Bi-2 :: Лунапарк :: 5:05
@cyr Молитва :: Би-2 :: Лунапарк :: 5:05
@serb Молитва :: Марија Шерифовић :: Молитва :: 3:02
studio Би-2 – Молитва (OST "МетрО") :: Би-2 Official :: 5:06
studio Молитва :: Би-2 - Topic :: 5:05
serb Marija Šerifović - Molitva (Serbia) Eurovision 2007 :: Eurovision :: 3:20
serb Молитва :: Марија Шерифовић - Topic :: 3:02
kaver Молитва - Би-2 (кавер) :: Лена поёт :: 5:00
? cyr = studio
? serb
? serb !serb
? cyr !studio = studio
= fengari greek
@studio Φεγγάρι μου :: Ελένη Νούση :: Νύχτα :: 3:58
@live Φεγγάρι μου (Live) :: Ελένη Νούση :: Live στο Βεάκειο :: 4:20
studio Ελένη Νούση - Φεγγάρι Μου (Official Lyric Video) :: Ελένη Νούση :: 3:59
studio ΦΕΓΓΑΡΙ ΜΟΥ :: Ελένη Νούση - Topic :: 3:58
live Ελένη Νούση - Φεγγάρι μου (Ζωντανά στο Βεάκειο) :: Ελένη Νούση :: 4:21
diask Φεγγάρι μου (διασκευή) - Γιώργος :: Γιώργος :: 3:50
x Φεγγάρι χλωμό :: Ελένη Νούση - Topic :: 3:57
? studio
? live
? live !live
? studio !studio
= qamar arabic
@studio يا قمر الليل :: سلمى حداد :: قمر :: 3:48
@live يا قمر الليل (مباشر) :: سلمى حداد :: حفل بيروت :: 5:02
studio سلمى حداد - يا قمر الليل (الفيديو كليب الرسمي) :: سلمى حداد :: 3:50
studio يا قمر الليل :: سلمي حداد - Topic :: 3:48
live سلمى حداد - يا قمر الليل (حفلة بيروت) :: سلمى حداد :: 5:03
kar يا قمر الليل كاريوكي :: كاريوكي :: 3:48
slow يا قمر الليل بطيئة :: بطيء :: 4:30
x يا قمر :: سلمى حداد - Topic :: 3:47
? studio
? live
? live !live
? studio !studio
= laila hebrew
@studio לילה בעיר :: דנה שחר :: אורות :: 3:30
@ak לילה בעיר (גרסה אקוסטית) :: דנה שחר :: אורות :: 3:15
studio דנה שחר - לילה בעיר (קליפ רשמי) :: דנה שחר :: 3:33
studio לילה בעיר :: דנה שחר - Topic :: 3:30
ak דנה שחר - לילה בעיר (גרסה אקוסטית) :: דנה שחר :: 3:16
kar לילה בעיר קריוקי - דנה שחר :: שירים קריוקי :: 3:30
x לילה בים :: דנה שחר - Topic :: 3:29
? studio
? ak
? ak !ak
? studio !studio
= fon thai
@studio ฝนตกที่ใจ :: สายลม :: ฤดูฝน :: 4:01
@acoustic ฝนตกที่ใจ (Acoustic) :: สายลม :: ฤดูฝน :: 3:45
studio ฝนตกที่ใจ - สายลม「Official MV」 :: สายลม Official :: 4:05
studio ฝนตกที่ใจ :: สายลม - Topic :: 4:01
acoustic ฝนตกที่ใจ (Acoustic Version) - สายลม :: สายลม Official :: 3:46
cover สายลม - ฝนตกที่ใจ [Cover by มายด์] :: มายด์ :: 4:00
x ฝนตกที่หน้าต่าง :: โลโซ - Topic :: 4:02
? studio
? acoustic
? acoustic !acoustic
? studio !studio
= zulmet turkish
@studio Gülşen Yağmuru :: Ateş Öz :: İz :: 3:38
@live Gülşen Yağmuru (Canlı) :: Ateş Öz :: Ankara Konseri :: 4:12
studio Ateş Öz - Gülşen Yağmuru (Resmi Video) :: Ateş Öz :: 3:41
studio GULSEN YAGMURU :: Ates Oz - Topic :: 3:38
live Ateş Öz - Gülşen Yağmuru (Canlı Ankara Konseri) :: Ateş Öz :: 4:13
kar Ateş Öz - Gülşen Yağmuru (Karaoke) :: karaoke tr :: 3:38
hiz ateş öz - gülşen yağmuru (hızlandırılmış) :: hizli sarkilar :: 3:02
x Gülşen :: Ateş Öz - Topic :: 3:37
? studio
? live
? live !live
? studio !studio
= barish indic
@studio Barish Ki Boondein :: Neel Varma; Asha Rao :: Monsoon :: 4:44
@dev बारिश की बूँदें :: नील वर्मा :: मानसून :: 4:44
@unp Barish Ki Boondein - Unplugged :: Neel Varma :: Monsoon Unplugged :: 5:01
studio Barish Ki Boondein (Official Video) | Neel Varma | Asha Rao | New Hindi Song 2023 :: Saffron Music :: 4:45
studio Barish Ki Boondein :: Neel Varma, Asha Rao :: 4:44 :: jiosaavn :: Monsoon
unp Barish Ki Boondein Unplugged - Neel Varma :: Neel Varma :: 5:02
lofi Barish Ki Boondein (Lofi Flip) - Neel Varma :: lofi desi :: 4:20
dev बारिश की बूँदें :: नील वर्मा - Topic :: 4:44
? studio
? dev
? unp
? unp !unp
? studio !studio
`
