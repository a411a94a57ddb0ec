/** Japanese recordings, some with romanised names on one side. */
export const japanese = String.raw`
= yorukakeru japanese
@studio 夜に駆ける :: YOASOBI :: THE BOOK :: 4:21
@acou 夜に駆ける - Acoustic :: YOASOBI :: THE BOOK :: 4:10
@eng Into the Night :: YOASOBI :: E-SIDE :: 4:21
studio YOASOBI「夜に駆ける」 Official Music Video :: Ayase / YOASOBI :: 4:19
studio 夜に駆ける :: YOASOBI - Topic :: 4:21
live 夜に駆ける / YOASOBI THE HOME TAKE :: THE FIRST TAKE :: 4:29
utatte 【歌ってみた】夜に駆ける / YOASOBI :: みかん歌 :: 4:21
piano 夜に駆ける ピアノ楽譜 YOASOBI :: ピアノ塾 :: 4:25
eng Into The Night :: YOASOBI - Topic :: 4:22
karaoke 【カラオケ】夜に駆ける / YOASOBI :: カラオケ館 :: 4:24
x 夜に溶ける :: 水無月 - Topic :: 4:20
? studio
? eng
? studio !studio
? studio -d
? eng !eng
= lemon japanese
@studio Lemon :: 米津玄師 :: STRAY SHEEP :: 4:16
@rom Lemon :: Kenshi Yonezu :: STRAY SHEEP :: 4:16
studio 米津玄師 - Lemon  Kenshi Yonezu :: Kenshi Yonezu 米津玄師 :: 4:36
studio Lemon :: 米津玄師 - Topic :: 4:16
cover Lemon - 米津玄師 (cover) :: まふまふch :: 4:20
u2 Lemon :: U2 - Topic :: 6:58
nerd N.E.R.D & Rihanna - Lemon :: NERDVEVO :: 3:40
orgel Lemon/米津玄師 オルゴール :: 癒しの音 :: 4:15
? studio
? rom = studio
? studio !studio
? rom !studio
= idol japanese
@studio アイドル :: YOASOBI :: アイドル :: 3:33
@eng Idol :: YOASOBI :: Idol :: 3:33
studio YOASOBI「アイドル」 Official Music Video :: Ayase / YOASOBI :: 3:46
studio アイドル :: YOASOBI - Topic :: 3:33
eng YOASOBI「Idol」 English Version :: Ayase / YOASOBI :: 3:47
bts BTS (방탄소년단) 'IDOL' Official MV :: HYBE LABELS :: 3:51
drum アイドル - YOASOBI 叩いてみた :: ドラム娘 :: 3:35
nightcore Nightcore - アイドル :: NightZ :: 2:50
? studio
? studio !studio
? studio -d
= firstlove japanese
@studio First Love :: 宇多田ヒカル :: First Love :: 4:18
@rom First Love :: Hikaru Utada :: First Love :: 4:18
@mix First Love (2022 Mix) :: 宇多田ヒカル :: First Love (2022 Mix) :: 4:18
studio 宇多田ヒカル - First Love :: Hikaru Utada :: 4:26
studio First Love (2022 Mix) :: Hikaru Utada - Topic :: 4:18
studio First Love :: 宇多田ヒカル :: 4:18 :: applemusic :: First Love
x First Love :: 中島美嘉 - Topic :: 4:20
x First Love :: Jennifer Lopez - Topic :: 3:35
inst First Love (off vocal) 宇多田ヒカル :: karaoke room :: 4:18
? studio
? rom = studio
? mix = studio
? studio !studio
= sakura japanese
@nao さくら (独唱) :: 森山直太朗 :: いくつもの川を越えて :: 5:14
@kobu 桜 :: コブクロ :: NAMELESS WORLD :: 5:42
@keta さくら :: ケツメイシ :: ケツノポリス4 :: 5:24
nao さくら(独唱) :: 森山直太朗 - Topic :: 5:14
kobu コブクロ「桜」 :: コブクロ Official :: 5:45
kobu 桜 :: コブクロ - Topic :: 5:42
keta ケツメイシ「さくら」 :: ケツメイシ Official YouTube Channel :: 5:24
x さくらんぼ :: 大塚愛 - Topic :: 4:00
x さくら さくら (箏) :: 和楽器 :: 3:00
? nao
? kobu
? keta
? kobu !kobu
? keta !keta
= gurenge japanese
@studio 紅蓮華 :: LiSA :: LEO-NiNE :: 3:57
@tv 紅蓮華 (TV size) :: LiSA :: 紅蓮華 (Anime Edition) :: 1:30
studio LiSA 『紅蓮華』 -MUSiC CLiP- :: LiSA Official YouTube :: 4:00
studio 紅蓮華 :: LiSA - Topic :: 3:58
tv 紅蓮華 (TVサイズ) / LiSA :: anime op :: 1:30
first LiSA - 紅蓮華 / THE FIRST TAKE :: THE FIRST TAKE :: 4:12
cover 紅蓮華 - LiSA 鬼滅の刃OP (cover) :: 歌い手ねこ :: 3:59
eng Gurenge ENGLISH VERSION - Demon Slayer :: AmaLee style :: 3:57
? studio
? tv
? tv !tv
? studio !studio
= hikari japanese
@studio ひかりのまち :: 青葉レイ :: 灯 :: 4:44
@live ひかりのまち (ライブ at 日本武道館) :: 青葉レイ :: 武道館ライブ :: 5:10
@insto ひかりのまち (Instrumental) :: 青葉レイ :: 灯 :: 4:44
studio 青葉レイ「ひかりのまち」MV :: 青葉レイ :: 4:44
studio ヒカリノマチ :: 青葉レイ - Topic :: 4:44
live 青葉レイ - ひかりのまち (ライブ at 日本武道館) :: 青葉レイ :: 5:10
insto ひかりのまち (インスト) :: 青葉レイ - Topic :: 4:44
x ひかりのほし :: 青葉レイ - Topic :: 4:43
hikki 光 :: 宇多田ヒカル - Topic :: 5:03
? studio
? live
? insto
? live !live
? studio !studio
? studio -d
= amaoto japanese
@studio 雨音とピアノ :: 柊ナナ :: 水たまり :: 3:50
@miku 雨音とピアノ :: 初音ミク; ソラP :: 電子の雨 :: 3:48
studio 雨音とピアノ :: 柊ナナ - Topic :: 3:50
miku ソラP feat. 初音ミク - 雨音とピアノ :: ソラP :: 3:48
work 雨音とピアノ 作業用BGM 1時間 :: 癒し部屋 :: 60:00
utatte 雨音とピアノ 歌ってみた【ゆら】 :: ゆら :: 3:48
? studio
? miku
? miku !miku
? studio !studio
= kaze japanese
@studio 風の詩 :: 織部ユウ :: 四季 :: 5:02
@two 風の詩 II :: 織部ユウ :: 四季 II :: 4:40
studio 織部ユウ / 風の詩 (Official Video) :: 織部ユウ :: 5:02
two 風の詩 II :: 織部ユウ - Topic :: 4:40
x 風の歌 :: 織部ユウ - Topic :: 5:00
x 風の詩を聴け :: 灰色猫 - Topic :: 5:03
? studio
? two
? two !two
? studio !studio
= plasticlove japanese
@studio プラスティック・ラヴ :: 竹内まりや :: VARIETY :: 4:52
@ext プラスティック・ラヴ (Extended Club Mix) :: 竹内まりや :: プラスティック・ラヴ :: 9:15
studio 竹内まりや - Plastic Love (Official Music Video) プラスティック・ラヴ :: 竹内まりや :: 5:04
studio プラスティック・ラヴ :: 竹内まりや - Topic :: 4:52
studio~ Mariya Takeuchi - Plastic Love :: citypopfan :: 4:53
ext プラスティック・ラヴ (Extended Club Mix) :: 竹内まりや - Topic :: 9:15
cover Plastic Love - Friday Night Plans (cover) :: Friday Night Plans :: 4:20
x 駅 :: 竹内まりや - Topic :: 4:50
? studio
? ext
? ext !ext
? studio !studio
`
