/** Arabic, Persian and Hebrew recordings. */
export const rightToLeft = String.raw`
= entaomri arabic
@studio انت عمري :: أم كلثوم :: انت عمري :: 58:10
@short نور العين :: عمرو دياب :: نور العين :: 4:43
studio أم كلثوم - إنت عمري :: أم كلثوم - Topic :: 58:15
short عمرو دياب - نور العين (فيديو كليب) :: Amr Diab :: 4:45
short نور العين :: Amr Diab عمرو دياب - Topic :: 4:43
remix عمرو دياب - نور العين (ريمكس) :: DJ Nile :: 4:00
karaoke نور العين (كاريوكي) عمرو دياب :: كاريوكي عربي :: 4:43
x نور عيني :: راشد الماجد :: 4:40
? short
? short !short
? studio
? short -d
= albahr arabic
@studio البحر بيضحك :: ليلى منصور :: موج :: 3:39
@live البحر بيضحك (حفل القاهرة) :: ليلى منصور :: حفل القاهرة :: 4:50
studio ليلى منصور - البحر بيضحك (فيديو كليب حصري) :: ليلى منصور :: 3:45
studio البحر بيضحك :: ليلي منصور - Topic :: 3:39
live ليلى منصور - البحر بيضحك (من حفل القاهرة) :: Rotana style :: 4:51
cover البحر بيضحك كوفر :: سارة :: 3:36
fast ليلى منصور البحر بيضحك مسرعة :: مسرعات :: 2:59
x البحر :: ليلى منصور - Topic :: 3:38
? studio
? live
? live !live
? studio !studio
= habibi arabic
@studio حبيبي يا نور :: كريم :: ليالي :: 4:00
@two حبيبي :: حسين الجسمي :: حسين :: 4:01
studio كريم - حبيبي يا نور :: كريم :: 4:00
two حسين الجسمي - حبيبي :: Hussain Al Jassmi - حسين الجسمي :: 4:02
x حبيبي والله :: جاد - Topic :: 3:59
reaction ردة فعل على حبيبي يا نور :: يوتيوبر :: 8:00
? studio
? two
? studio !studio
? two !two
= tasnif persian
@studio مرغ سحر :: محمدرضا شجریان :: همنوا با بم :: 6:50
@other مرغ سحر :: همای :: همای :: 5:20
studio محمدرضا شجريان - مرغ سحر :: Shajarian محمدرضا شجریان :: 6:52
other مرغ سحر :: همای - Topic :: 5:20
x مرغ عشق :: محمدرضا شجریان - Topic :: 6:49
x مرغ دریا :: گروه رستاک :: 5:21
? studio
? other
? other !other
? studio !studio
= yerushalayim hebrew
@studio ירושלים של זהב :: שולי נתן :: ירושלים של זהב :: 4:30
@ofra ירושלים של זהב :: עפרה חזה :: ירושלים של זהב :: 5:00
studio שולי נתן - ירושלים של זהב :: שולי נתן - Topic :: 4:30
ofra עפרה חזה - ירושלים של זהב :: Ofra Haza עפרה חזה :: 5:01
karaoke ירושלים של זהב - קריוקי :: קריוקי ישראל :: 4:30
choir ירושלים של זהב :: מקהלת הילדים :: 4:20
? studio
? ofra
? ofra !ofra
? studio !studio
= mangina hebrew
@studio מנגינה :: נועה ברק :: לילה :: 3:25
@live מנגינה (לייב בזאפה) :: נועה ברק :: לייב בזאפה :: 4:10
@remix מנגינה (רמיקס) :: נועה ברק :: לילה :: 3:50
studio נועה ברק - מנגינה (הקליפ הרשמי) :: נועה ברק :: 3:30
live נועה ברק - מנגינה (הופעה חיה בזאפה) :: נועה ברק :: 4:11
remix נועה ברק - מנגינה (רמיקס) :: DJ Golan :: 3:50
studio~ נועה ברק - מנגינה (מילים) :: מילים לשירים :: 3:25
x המנגינה שלי :: נועה ברק - Topic :: 3:24
? studio
? live
? remix
? remix !remix
? live !live
? studio !studio
`
