/** Chinese and Korean recordings; traditional and simplified spellings, names in two scripts. */
export const chineseKorean = String.raw`
= yequ chinese
@studio 夜曲 :: 周杰倫 :: 十一月的蕭邦 :: 3:46
@simp 夜曲 :: 周杰伦 :: 十一月的萧邦 :: 3:46
studio 周杰倫 Jay Chou【夜曲 Nocturne】-Official Music Video :: 周杰倫 Jay Chou :: 4:33
studio 夜曲 :: 周杰倫 :: 3:47 :: applemusic :: 十一月的蕭邦
cover 夜曲 - 周杰倫 (鋼琴版 cover) :: 琴聲 :: 3:50
dj 夜曲 (DJ版) - 周杰伦 :: 热歌DJ :: 4:01
live 周杰倫 - 夜曲 (演唱會現場) :: 地表最強fan :: 4:10
x 夜的第七章 :: 周杰倫 :: 3:46 :: applemusic
? studio
? simp = studio
? studio !studio
? simp -d = studio
= yueliang chinese
@teng 月亮代表我的心 :: 鄧麗君 :: 島國之情歌 :: 3:28
@faye 月亮代表我的心 :: 齊秦 :: 柔情主義 :: 4:21
teng 月亮代表我的心 - 邓丽君 :: 经典老歌 :: 3:29
teng 鄧麗君 - 月亮代表我的心 (官方完整版) :: 環球音樂 :: 3:28
faye 月亮代表我的心 :: 齊秦 - Topic :: 4:22
ktv 月亮代表我的心 (伴奏) 鄧麗君 :: KTV伴唱 :: 3:28
erhu 月亮代表我的心 二胡 cover :: 二胡小妹 :: 3:25
fan 月亮代表我的心 翻唱 :: 小雨 :: 3:27
? teng
? faye
? faye !faye
? teng !teng
= qinghua chinese
@studio 青花瓷 :: 周杰伦 :: 我很忙 :: 3:59
studio 周杰倫 Jay Chou【青花瓷 Blue and White Porcelain】-Official Music Video :: 周杰倫 Jay Chou :: 4:06
studio 青花瓷 :: 周杰倫 - Topic :: 3:59
chun 纯音乐 青花瓷 :: 古筝 :: 3:50
slow 青花瓷 (减速版) 周杰伦 :: 慢歌 :: 4:40
x 青花 :: 周传雄 - Topic :: 4:30
? studio
? studio !studio
? studio -d
= haikuotian chinese
@studio 海闊天空 :: BEYOND :: 樂與怒 :: 5:24
@mandarin 海闊天空 (國語版) :: BEYOND :: 海闊天空 :: 5:25
studio Beyond - 海闊天空 (官方MV) :: Beyond Official :: 5:26
studio 海阔天空 :: Beyond - Topic :: 5:24
mandarin BEYOND 海闊天空 國語版 :: 老歌迷 :: 5:25
xin 信樂團 Shin【海闊天空】Official Music Video :: 信樂團 :: 4:10
live Beyond - 海闊天空 (1993 unplugged 現場版) :: beyondfans :: 5:30
x 光輝歲月 :: Beyond - Topic :: 4:57
? studio
? studio !studio,mandarin
= xingkong chinese
@studio 星空下的列車 :: 林曉語 :: 夜行 :: 4:05
@acou 星空下的列車 (不插電) :: 林曉語 :: 夜行 :: 4:20
@duet 星空下的列車 (feat. 陳默) :: 林曉語; 陳默 :: 夜行 :: 4:05
studio 林曉語 -【星空下的列車】Official MV :: 林曉語 :: 4:07
studio 星空下的列车 :: 林晓语 - Topic :: 4:05
acou 星空下的列車 (不插電) :: 林曉語 - Topic :: 4:21
loop 星空下的列车 一小时 单曲循环 :: 循环君 :: 60:00
jia 星空下的列车 (加速版) :: 抖音热歌 :: 3:15
x 星空 :: 五月天 - Topic :: 4:40
? studio
? acou
? acou !acou
? studio !studio
? studio -artist
= bomnal korean
@studio 봄날 :: 방탄소년단 :: YOU NEVER WALK ALONE :: 4:34
@rom Spring Day :: BTS :: You Never Walk Alone :: 4:34
studio BTS (방탄소년단) '봄날 (Spring Day)' Official MV :: HYBE LABELS :: 5:29
studio 봄날 (Spring Day) :: BTS - Topic :: 4:34
studio Spring Day :: BTS :: 4:34 :: spotify :: You Never Walk Alone
inst 봄날 (Spring Day) Inst. - 방탄소년단 :: kpop inst :: 4:34
cover 봄날 - 방탄소년단 커버 by 지우 :: 지우노래 :: 4:30
x 봄날은 간다 :: 김윤아 - Topic :: 4:31
practice [CHOREOGRAPHY] BTS '봄날' 1 hour :: army loop :: 60:00
? studio
? rom = studio
? studio !studio
? rom !studio
= celebrity korean
@studio Celebrity :: IU :: LILAC :: 3:15
@kor Celebrity :: 아이유 :: LILAC :: 3:15
studio [MV] IU(아이유) _ Celebrity :: 1theK (원더케이) :: 3:24
studio Celebrity :: IU - Topic :: 3:15
live IU 'Celebrity' Live Clip (2022 IU Concert) :: 이지금 [IU Official] :: 3:30
brad Brad Paisley - Celebrity :: BradPaisleyVEVO :: 3:50
studio~ IU Celebrity Lyrics (아이유 Celebrity 가사) [Color Coded Lyrics/Han/Rom/Eng] :: Jaeguchi :: 3:18
speed IU - Celebrity (sped up) :: kpopspeed :: 2:44
? studio
? kor = studio
? studio !studio
= gangnam korean
@studio Gangnam Style (강남스타일) :: PSY :: PSY 6 :: 3:39
@kor 강남스타일 :: 싸이 :: 싸이6甲 :: 3:39
studio PSY - GANGNAM STYLE(강남스타일) M/V :: officialpsy :: 4:13
studio Gangnam Style (강남스타일) :: PSY - Topic :: 3:39
parody PSY - Gangnam Style parody (Farmer Style) :: farm bros :: 3:40
hyuna HyunA(현아) - '강남스타일 오빤 딱 내 스타일' with PSY :: 4minute 포미닛 :: 3:55
dance Gangnam Style just dance tutorial :: dancehub :: 3:39
? studio
? studio !studio
= byeol korean
@studio 별의 강 :: 서하늘 :: 은하 :: 4:02
@live 별의 강 (Live) :: 서하늘 :: 은하 콘서트 :: 4:30
@remake 별의 강 (2024 Ver.) :: 서하늘 :: 은하 리메이크 :: 4:15
studio 서하늘 - 별의 강 [가사/Lyrics] :: 가사천국 :: 4:03
studio 별의 강 :: 서하늘 - Topic :: 4:02
live [라이브] 서하늘 - 별의 강 (콘서트) :: 서하늘 :: 4:31
norae 별의 강 - 서하늘 (노래방 버전) :: 금영노래방 :: 4:05
cover 별의 강 커버 :: 민트 :: 4:00
x 별의 노래 :: 서하늘 - Topic :: 4:01
? studio
? live
? live !live
? studio !studio
? studio -d
= ditto korean
@studio Ditto :: NewJeans :: OMG :: 3:05
@remix Ditto (250 Remix) :: NewJeans :: NJWMX :: 3:19
studio NewJeans (뉴진스) 'Ditto' Official MV (side A) :: HYBE LABELS :: 5:33
studio Ditto :: NewJeans - Topic :: 3:06
remix Ditto (250 Remix) :: NewJeans - Topic :: 3:19
fancam [4K] NewJeans HANNI 'Ditto' fancam 직캠 :: M2 :: 3:06
jersey NewJeans - Ditto (Jersey Club Remix) :: clubkid :: 2:40
? studio
? remix
? remix !remix
? studio !studio
`
