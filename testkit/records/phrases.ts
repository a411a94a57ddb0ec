const list = (text: string): readonly string[] => text.split('|')

/** Titles of songs, by what they are written in. */
export const phrases = {
  english: list(
    'After the Rain|All the Small Doors|Answer Me Slowly|Blue Hour|Borrowed Coats|Cartwheel|Closing Time at the Museum|Cold Water Town|Copper Wire|Dear Postmaster|Every Other Summer|Fault Lines|Fifth Floor|Ghost Notes|Good Morning, Machine|Half a Letter|Hold the Line|House of Weather|In the Long Grass|Kite String|Last Bus Home|Left on the Platform|Little Furnace|Marble Arch|Meridian|Monday in Reverse|Nobody’s Orchard|Northern Window|Old Maps|Open Tuning|Out of Season|Passing Trains|Pocket Change|Radio Silence|River Street|Room Tone|Sidelong|Signal Fires|Six Strings and a Ladder|Slow Dissolve|Soft Landing|Static & Stars|Sugar and Rust|Telegraph Hill|The Cartographer|The Quiet Part|Three Wishes|Tidewater|Two Left Shoes|Understudy|Velvet Rope|Waiting Room|Weathervane|What the Fox Said|Wide Awake|Winter Coat|Yesterday’s Paper|Zero Crossing',
  ),
  german: list(
    'Abendlicht|Anderswo|Bahnsteig drei|Donaudampfschifffahrtsgesellschaft|Erster Schnee|Fernweh|Geschwindigkeitsbegrenzung|Halbschlaf|Im Vorübergehen|Kleine Meere|Lichtjahre|Mondschein und Maschinen|Nachts um vier|Regenschirm|Sommer ohne Uhr|Straßenlaternen|Über den Dächern|Wolkenatlas',
  ),
  french: list(
    'À demi-mot|Avant l’aube|Bruit blanc|Ce qui reste|Cœur de verre|Dimanche à Marseille|Encore un été|Entre deux gares|Fenêtre ouverte|L’île aux oiseaux|La mer à l’envers|Le dernier métro|Noël en août|Petites heures|Rue des Lilas|Sous la neige|Vertiges',
  ),
  spanish: list(
    'Agua clara|Antes de la lluvia|Año bisiesto|Barrio sin nombre|Cartas de arena|Corazón de papel|Donde duerme el mar|El último tranvía|Farolito|Golondrinas|La niña del faro|Mañana otra vez|Noche de verbena|Puerto viejo|Sal y canela|Señales de humo|Tres ventanas',
  ),
  japanese: list(
    '青い電車|雨音|ガラスの海|カーブミラー|きみの手紙|午前二時|さくら通り|自転車と星|白い時計|遠い花火|夏の終わり|ネオンの川|初雪|東京ゲートブリッジ|窓辺|メロディーだけ|夜明け前|ラジオの声',
  ),
  arabic: list(
    'آخر الليل|أغنية الصباح|إلى البحر|بيت قديم|حكاية شارع|رسالة|شبابيك|طريق الورد|عطر المدينة|قمر بيروت|مرسى|نجوم المدينة|يا موج',
  ),
  russian: list(
    'Белая ночь|Берег|Вокзал|Дальний свет|Ёлка в марте|Зимний сад|Маяк|Между станциями|Первый лёд|Письмо|Последний поезд|Северное сияние|Тишина|Туман',
  ),
  korean: list(
    '겨울 편지|골목길|기차는 여덟 시에|너의 이름|달빛 아래|바다 일기|봄비|새벽 두 시|서울의 밤|작은 별|첫눈|푸른 새벽',
  ),
  chinese: list('城南旧事|春天的信|地铁末班|风从海上来|红灯笼|江南雨|旧唱片|凌晨四点|秋千|霓虹|晚安城市|远方'),
} as const
