/**
 * Letters that do not come apart by themselves, and spellings of one letter that only habit tells apart. "ab cde" says: in
 * the folded form a becomes b, c becomes de.
 */
const lettersAndWhatTheyBecome = [
  // Latin letters without a decomposition (Unicode gives them none)
  'æae œoe øo łl đd ðd ıi þth ħh ŧt ĸk ŋn ſs ƒf ɓb ɗd ƙk ɛe ɔo əa ǝe',
  // Russian ё is written е in most titles
  'ёе',
  // Arabic and Persian: alef with its carriers, final letters, kaf and ya of both alphabets
  'أا إا آا ٱا ةه ىي یي کك ھه ہه',
  '٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9 ۰0 ۱1 ۲2 ۳3 ۴4 ۵5 ۶6 ۷7 ۸8 ۹9',
].join(' ')

/** Traditional characters and the simplified ones, those that occur in names of songs; Japanese simplified ones among them. */
const han = `愛爱 們们 個个 來来 時时 會会 為为 爲为 這这 說说 過过 還还 後后 對对 沒没 無无 長长 開开 關关 門门 風风 飛飞 鳥鸟 馬马 魚鱼 龍龙 竜龙
國国 園园 圓圆 東东 車车 見见 觀观 覺觉 聽听 聲声 樂乐 楽乐 夢梦 淚泪 涙泪 憶忆 戀恋 戰战 單单 歲岁 歸归 紅红 綠绿 緑绿 藍蓝 黃黄 線线 結结 給给 經经 終终
緣缘 紀纪 約约 級级 細细 網网 純纯 紙纸 組组 統统 繼继 續续 總总 絕绝 絶绝 羅罗 習习 書书 畫画 寫写 語语 話话 詩诗 誰谁 請请 讓让 認认 識识 記记 試试 誤误
謝谢 變变 変变 轉转 輕轻 輪轮 輸输 邊边 遠远 運运 連连 進进 遊游 達达 違违 選选 適适 鐘钟 錢钱 銀银 鐵铁 錯错 鏡镜 陽阳 陰阴 際际 隨随 難难 雲云 電电 霧雾
靈灵 靜静 頭头 題题 願愿 顏颜 類类 飄飘 飯饭 餘余 驚惊 髮发 發发 鬧闹 麗丽 點点 齊齐 傷伤 傳传 億亿 優优 兒儿 兩两 內内 冊册 凍冻 別别 劇剧 動动 勝胜 勞劳
勢势 區区 華华 葉叶 藝艺 蘭兰 處处 號号 裡里 裏里 製制 複复 復复 當当 盡尽 歡欢 殘残 殺杀 氣气 気气 決决 淺浅 滿满 漢汉 漸渐 潔洁 灣湾 灑洒 燈灯 熱热 燒烧
爺爷 牆墙 獨独 獎奖 現现 瑪玛 環环 異异 瘋疯 盤盘 確确 禮礼 種种 穩稳 窮穷 筆笔 節节 簡简 糾纠 紛纷 絲丝 編编 緊紧 織织 職职 聖圣 聞闻 臉脸 腦脑 腳脚 舊旧
蓋盖 薩萨 蘇苏 虛虚 蟲虫 補补 裝装 親亲 計计 討讨 訴诉 許许 詞词 誠诚 調调 談谈 論论 證证 譯译 讀读 貓猫 貝贝 財财 買买 賣卖 賽赛 贏赢 趕赶 趙赵 軍军 軟软
較较 載载 輝辉 農农 鄉乡 鄧邓 鄭郑 醫医 釋释 針针 鈴铃 鋼钢 鎖锁 鎮镇 閃闪 閉闭 問问 間间 隊队 階阶 陳陈 陸陆 隱隐 雖虽 雙双 雜杂 離离 預预 頂顶 順顺 須须
領领 顧顾 飲饮 養养 餓饿 館馆 騎骑 騙骗 鬥斗 鮮鲜 鳳凤 鹽盐 麥麦 麵面 壞坏 壓压 壯壮 壽寿 夠够 奪夺 奮奋 婦妇 媽妈 孫孙 學学 寧宁 實实 審审 寬宽 寶宝 將将
尋寻 導导 屬属 島岛 師师 帶带 幫帮 庫库 廢废 廣广 張张 強强 彈弹 彎弯 從从 徹彻 恆恒 悅悦 悶闷 惡恶 慶庆 憂忧 憐怜 憑凭 應应 懷怀 懶懒 懼惧 戲戏 拋抛 掛挂
揚扬 換换 損损 搖摇 擁拥 擇择 擊击 據据 擠挤 擴扩 攜携 敗败 敵敌 數数 斷断 於于 曉晓 歷历 暫暂 術术 機机 權权 條条 楊杨 業业 極极 榮荣 槍枪 樓楼 標标 樣样
樹树 橋桥 檢检 歐欧 隻只 乾干 齣出 誓誓 週周 麼么 甚什 妳你 囉啰 嗎吗 嗚呜 噓嘘 遲迟 遺遗 鄰邻 醜丑 沖冲 淒凄 湧涌 溫温 滅灭 煙烟 爛烂 獵猎 皺皱 盜盗 祕秘 倫伦 蕭萧 綺绮 穎颖 傑杰 瑋玮 瑩莹 瓊琼 鵬鹏 韓韩 譚谭 龔龚 馮冯 賴赖 盧卢 劉刘 蔣蒋 呂吕 吳吴 莊庄 鍾钟 閻阎
闊阔 蕩荡 鬆松 鄰邻 繫系 獻献 殤殇 嘆叹 嚴严 坤坤 塵尘 墜坠 壇坛 夾夹 妝妆 嬌娇 屆届 峽峡 嶼屿 帳帐 弒弑 彥彦 徵征 慟恸 慣惯 撿捡 旋旋 暈晕 枴拐 棄弃 楓枫 槳桨 櫻樱 桜樱 欄栏 殼壳 毀毁 沒没 淨净 渺渺 湯汤 滄沧 潛潜 澀涩 燦灿 牽牵 狀状 獅狮 痠酸 瞞瞒 矯矫 碼码 窩窝 竊窃 籠笼 綻绽 緒绪 繡绣 罷罢 脫脱 腸肠 膚肤 艷艳 蒼苍 蔭荫 蕾蕾 虧亏 蝕蚀 螢萤 蠻蛮 襯衬 訊讯 訣诀 詠咏 誘诱 諾诺 謊谎 賭赌 輓挽 轟轰 辭辞 遞递 鄒邹 釣钓 鉤钩 鑰钥 闌阑 陣阵 隕陨 韻韵 頌颂 頰颊 颱台 飾饰 駕驾 驛驿 鬢鬓 鯨鲸 鴉鸦 鷹鹰`

const folded = new Map<string, string>()
for (const pair of `${lettersAndWhatTheyBecome} ${han}`.split(/\s+/)) {
  const [letter = '', ...standsFor] = pair
  folded.set(letter, standsFor.join(''))
}

/** What a letter becomes in the folded form, if it is one of the table. */
export function plainLetter(letter: string): string | undefined {
  return folded.get(letter)
}
