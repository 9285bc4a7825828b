package dates

// language holds the words of dates in one language, in lower case and with their cases and abbreviations. In
// months (January first), weekdays (Monday first) and units (second, minute, hour, day, week, month, year) a stroke
// parts what means different things.
type language struct {
	months, weekdays, units string

	labels  string // before or after a date: "posted on"
	article string // before a day
	of      string // between day, month and year
	at      string // before a time of day
	ordinal string // behind a day's number
	year    string // behind a year's number
	hour    string // behind an hour's number
	am, pm  string

	before, ago, about, and, one string // "about one hour and two minutes ago"
	few, lone                    string // "a few seconds ago", "rok temu"
	today, yesterday, now        string
	earlier                      string // the day before yesterday
}

var languages = []language{
	{ // English
		months:   "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
		weekdays: "monday mon|tuesday tues tue tu|wednesday weds wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun",
		units:    "second seconds sec secs s|minute minutes min mins m|hour hours hr hrs h|day days d|week weeks wk wks w|month months mo mos mth mths|year years yr yrs y",
		labels: "posted published on date time dated created written submitted added update updated modified edited last first originally asked answered " +
			"commented replied wrote said says joined this entry was article comment post link reply release released issued filed in is hrs just",
		article: "the", of: "of", at: "at @", ordinal: "st nd rd th", hour: "hrs",
		ago: "ago", about: "about almost over around nearly more less than", and: "and", one: "a an one", few: "few",
		today: "today", yesterday: "yesterday", now: "now",
	},
	{ // German
		months:   "januar jänner jan jän|februar feber feb|märz maerz mär mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez",
		weekdays: "montag mo mon|dienstag di die|mittwoch mi mit|donnerstag do don|freitag fr fre|samstag sonnabend sa sam|sonntag so son",
		units:    "sekunde sekunden sek|minute minuten min|stunde stunden std|tag tage tagen|woche wochen|monat monate monaten|jahr jahre jahren",
		labels:   "veröffentlicht publiziert update geschrieben verfasst erstellt gepostet eingestellt aktualisiert geändert bearbeitet zuletzt letzte änderung stand am vom datum gerade beitrag kommentar schrieb sagt sagte",
		article:  "den der dem", at: "um gegen ab", hour: "uhr",
		before: "vor", about: "etwa ca circa ungefähr rund über fast mehr weniger als", and: "und", one: "ein eine einem einer",
		few:   "wenigen einigen paar",
		today: "heute", yesterday: "gestern", earlier: "vorgestern", now: "jetzt eben soeben",
	},
	{ // French
		months:   "janvier janv jan|février fevrier févr fév fevr fev|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept sep|octobre oct|novembre nov|décembre decembre déc dec",
		weekdays: "lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim",
		units:    "seconde secondes|minute minutes mn|heure heures|jour jours j|semaine semaines sem|mois|an ans année années",
		labels:   "publié publie posté écrit rédigé modifié mis à jour le du date dernière mise modification créé",
		article:  "le", of: "de d du", at: "à a vers", ordinal: "er ère ème e", hour: "h heure heures",
		before: "il y a depuis", about: "environ presque plus moins", and: "et", one: "un une", few: "quelques",
		today: "aujourd", yesterday: "hier", now: "maintenant instant",
	},
	{ // Spanish
		months:   "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic",
		weekdays: "lunes lun|martes mar|miércoles miercoles mié mie|jueves jue|viernes vie|sábado sabado sáb sab|domingo dom",
		units:    "segundo segundos seg|minuto minutos min|hora horas|día días dia dias|semana semanas|mes meses|año años",
		labels:   "publicado publicada escrito enviado enviada actualizado actualizada el al fecha creado última actualización modificado",
		article:  "el", of: "de del", at: "a las la", hour: "h horas hs",
		before: "hace", about: "unos unas casi más mas menos", and: "y", one: "un una", few: "unos pocos algunos",
		today: "hoy", yesterday: "ayer", earlier: "anteayer antier", now: "ahora",
	},
	{ // Italian
		months:   "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic",
		weekdays: "lunedì lunedi lun|martedì martedi mar|mercoledì mercoledi mer|giovedì giovedi gio|venerdì venerdi ven|sabato sab|domenica dom",
		units:    "secondo secondi|minuto minuti|ora ore|giorno giorni|settimana settimane|mese mesi|anno anni",
		labels:   "pubblicato pubblicata scritto inviato aggiornato modificato il data ultimo aggiornamento del",
		article:  "il", of: "di del", at: "alle ore all", hour: "ore",
		ago: "fa", about: "circa quasi più meno oltre", and: "e", one: "un uno una", few: "pochi alcuni qualche",
		today: "oggi", yesterday: "ieri", earlier: "altroieri avantieri", now: "adesso",
	},
	{ // Polish
		months: "stycznia styczeń styczen sty|lutego luty lut|marca marzec mar|kwietnia kwiecień kwiecien kwi|maja maj|czerwca czerwiec cze|" +
			"lipca lipiec lip|sierpnia sierpień sierpien sie|września wrzesnia wrzesień wrzesien wrz|" +
			"października pazdziernika październik pazdziernik paź paz|listopada listopad lis|grudnia grudzień grudzien gru",
		weekdays: "poniedziałek poniedzialek pon pn|wtorek wto wt|środa środę sroda śro śr|czwartek czw cz|piątek piatek pią pt|sobota sobotę sob sb|niedziela niedzielę nie nd ndz",
		units: "sekunda sekundy sekund sekundę|minuta minuty minut minutę|godzina godziny godzin godzinę godz|dzień dni|tydzień tygodnie tygodni|" +
			"miesiąc miesiące miesięcy|rok lata lat",
		labels: "opublikowano opublikowany dodano dodany dodane dodania napisano napisany wysłano wysłany wysłane utworzono zaktualizowano " +
			"aktualizacja data w dnia dn",
		at: "o godz godzina godzinie", year: "r roku", hour: "godz",
		ago: "temu", about: "około ok ponad prawie", and: "i", one: "jeden jedną", few: "kilka parę kilkanaście",
		lone:  "sekundę minutę godzinę dzień tydzień miesiąc rok",
		today: "dzisiaj dziś dzis", yesterday: "wczoraj", earlier: "przedwczoraj", now: "teraz",
	},
	{ // Portuguese
		months:   "janeiro jan|fevereiro fev|março marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
		weekdays: "segunda seg|terça terca ter|quarta qua|quinta qui|sexta sex|sábado sabado sáb sab|domingo dom",
		units:    "segundo segundos|minuto minutos|hora horas|dia dias|semana semanas|mês mes meses|ano anos",
		labels:   "publicado publicada postado escrito enviado atualizado atualizada em data criado última atualização modificado feira",
		of:       "de do", at: "às as à", hour: "h horas hs",
		before: "há ha", ago: "atrás atras", about: "cerca quase mais menos", and: "e", one: "um uma", few: "alguns poucos",
		today: "hoje", yesterday: "ontem", earlier: "anteontem", now: "agora",
	},
	{ // Russian
		months: "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|" +
			"августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
		weekdays: "понедельник пн|вторник вт|среда среду ср|четверг чт|пятница пятницу пт|суббота субботу сб|воскресенье вс",
		units: "секунда секунды секунд секунду сек|минута минуты минут минуту мин|час часа часов ч|день дня дней|неделя недели недель неделю|" +
			"месяц месяца месяцев|год года лет",
		labels: "опубликовано опубликован опубликована добавлено написано написал написала отправлено создано обновлено изменено дата от",
		at:     "в во", year: "г год года", hour: "час ч",
		ago: "назад", about: "около примерно почти более больше менее", and: "и", one: "один одну", few: "несколько",
		lone:  "секунду минуту час день неделю месяц месяца год года",
		today: "сегодня", yesterday: "вчера", earlier: "позавчера", now: "сейчас",
	},
	{ // Dutch
		months:   "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|oktober okt|november nov|december dec",
		weekdays: "maandag ma maa|dinsdag di din|woensdag wo woe|donderdag do don|vrijdag vr vri|zaterdag za zat|zondag zo zon",
		units:    "seconde seconden|minuut minuten min|uur uren|dag dagen|week weken|maand maanden|jaar jaren",
		labels:   "geplaatst gepubliceerd geschreven gepost bijgewerkt gewijzigd op datum laatst",
		at:       "om", ordinal: "e de ste", hour: "uur u",
		ago: "geleden", about: "ongeveer bijna meer minder dan ruim", and: "en", one: "een één", few: "enkele paar",
		today: "vandaag", yesterday: "gisteren", earlier: "eergisteren", now: "zojuist",
	},
	{ // Turkish
		months:   "ocak oca|şubat subat şub|mart mar|nisan nis|mayıs mayis may|haziran haz|temmuz tem|ağustos agustos ağu|eylül eylul eyl|ekim eki|kasım kasim kas|aralık aralik ara",
		weekdays: "pazartesi pzt|salı sali sal|çarşamba carsamba çar|perşembe persembe per|cuma cum|cumartesi cmt|pazar paz",
		units:    "saniye sn|dakika dk|saat sa|gün gun|hafta|ay|yıl yil sene",
		labels:   "yayınlandı yayınlanma yayımlandı tarih tarihi tarihinde oluşturuldu güncellendi güncelleme gönderildi gönderim zamanı yazıldı",
		at:       "saat", am: "öö", pm: "ös",
		ago: "önce once", about: "yaklaşık", one: "bir", few: "birkaç",
		today: "bugün", yesterday: "dün", now: "şimdi",
	},
	{ // Czech
		months: "ledna leden led|února unora únor úno|března brezna březen bře|dubna duben dub|května kvetna květen kvě|června cervna červen čvn|" +
			"července cervence červenec čvc|srpna srpen srp|září zari zář|října rijna říjen říj|listopadu listopad lis|prosince prosinec pro",
		weekdays: "pondělí pondeli po|úterý utery út|středa středu streda st|čtvrtek ctvrtek čt|pátek patek pá|sobota sobotu so|neděle neděli nedele ne",
		units:    "sekunda sekundy sekundami sekund|minuta minuty minutami minutou minut|hodina hodiny hodinami hodinou hodin|den dny dnem dnů|týden týdny týdnem týdnů|měsíc měsíce měsíci měsícem měsíců|rok roky rokem lety let",
		labels:   "publikováno vydáno zveřejněno vloženo přidáno napsáno aktualizováno dne datum",
		at:       "v ve", hour: "hod hodin",
		before: "před pred", about: "asi",
		today: "dnes", yesterday: "včera vcera", now: "nyní",
	},
	{ // Swedish
		months:   "januari jan|februari feb|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sept sep|oktober okt|november nov|december dec",
		weekdays: "måndag mån|tisdag tis|onsdag ons|torsdag tor tors|fredag fre|lördag lör|söndag sön",
		units:    "sekund sekunder|minut minuter|timme timmar tim|dag dagar|vecka veckor|månad månader|år",
		labels:   "publicerad publicerat publicerades skriven skrevs postad uppdaterad uppdaterades inlagd ändrad datum den",
		article:  "den", at: "kl klockan", ordinal: "a e",
		before: "för", ago: "sedan sen", about: "ungefär", and: "och", one: "en ett",
		today: "idag dag", yesterday: "igår går",
	},
	{ // Danish
		months:   "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|december dec",
		weekdays: "mandag man|tirsdag tir tirs|onsdag ons|torsdag tor tors|fredag fre|lørdag lør|søndag søn",
		units:    "sekund sekunder|minut minutter|time timer|dag dage|uge uger|måned måneder|år",
		labels:   "publiceret udgivet skrevet opdateret oprettet offentliggjort redigeret dato den d",
		article:  "den d", at: "kl klokken",
		before: "for", ago: "siden", about: "cirka ca omkring", and: "og", one: "en et",
		today: "idag dag", yesterday: "igår går",
	},
	{ // Norwegian
		months:   "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|desember des",
		weekdays: "mandag man måndag|tirsdag tir tysdag|onsdag ons|torsdag tor|fredag fre|lørdag lør laurdag|søndag søn sundag",
		units:    "sekund sekunder|minutt minutter|time timer|dag dager|uke uker|måned måneder|år",
		labels:   "publisert skrevet oppdatert sist endret opprettet postet lagt ut dato den",
		article:  "den", at: "kl klokken klokka",
		before: "for", ago: "siden", about: "cirka", and: "og", one: "en ett et",
		today: "idag dag", yesterday: "igår går", now: "nå",
	},
	{ // Finnish
		months: "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|toukokuuta toukokuu touko|" +
			"kesäkuuta kesäkuu kesä|heinäkuuta heinäkuu heinä|elokuuta elokuu elo|syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu",
		weekdays: "maanantai maanantaina ma|tiistai tiistaina ti|keskiviikko keskiviikkona ke|torstai torstaina to|perjantai perjantaina pe|lauantai lauantaina la|sunnuntai sunnuntaina su",
		units:    "sekunti sekuntia|minuutti minuuttia|tunti tuntia|päivä päivää|viikko viikkoa|kuukausi kuukautta|vuosi vuotta",
		labels:   "julkaistu kirjoitettu päivitetty lisätty muokattu lähetetty luotu",
		at:       "klo kello",
		ago:      "sitten", about: "noin",
		today: "tänään", yesterday: "eilen", now: "nyt",
	},
	{ // Hungarian
		months:    "január januar jan|február februar febr feb|március marcius márc marc|április aprilis ápr apr|május majus máj maj|június junius jún jun|július julius júl jul|augusztus aug|szeptember szept|október oktober okt|november nov|december dec",
		weekdays:  "hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap",
		units:     "másodperce másodperccel|perce perccel|órája órával|napja nappal|hete héttel|hónapja hónappal|éve évvel",
		labels:    "közzétéve publikálva írta megjelent frissítve módosítva dátum",
		ago:       "ezelőtt",
		yesterday: "tegnap",
	},
	{ // Ukrainian
		months: "січня січень січ|лютого лютий лют|березня березень бер|квітня квітень кві|травня травень тра|червня червень чер|липня липень лип|" +
			"серпня серпень сер|вересня вересень вер|жовтня жовтень жов|листопада листопад лис|грудня грудень гру",
		weekdays: "понеділок пн|вівторок вт|середа середу ср|четвер чт|пʼятниця пятниця пт|субота суботу сб|неділя неділю нд",
		units:    "секунда секунди секунд|хвилина хвилини хвилин хвилину хв|година години годин годину|день дні днів|тиждень тижні тижнів|місяць місяці місяців|рік роки років",
		labels:   "опубліковано додано написано створено оновлено змінено дата від",
		at:       "о об", year: "р рік року", hour: "год",
		ago: "тому", about: "близько", few: "кілька",
		lone:  "секунду хвилину годину день тиждень місяць рік",
		today: "сьогодні", yesterday: "вчора", now: "зараз",
	},
}
