/**
 * Given names that are common in Finland and among those who move here, written down for this project by hand: many of
 * them are words too (Toivo is hope, Meri is sea). Latin letters without accents, small; other scripts as they are written.
 */
const latin = `
  aada aaro aatu abdi abdullah abdullahi adam adan ahmad ahmed aila aino aisha aki aleksandr aleksandra alexander alexandra
  alexey ali alina amal amin amina amir amira anastasia andrei andrey aneta anita anja anna anne anneli anni annika antero
  anton antonina antti anu arash ari ariana armas arto arttu artur asha asta aulis auli aune bahram behnaz bilal bogdan boris
  carina carita carl dahir dalia daniel daria darya david deeqa denis diana dmitri dmitry dmytro ebba eero eeva eila eino eija
  ekaterina elena eleonora eliisa elina elisa elsa emil emilia emma ella elli else ensio erik erkki esko essi eva evgeny eveliina
  fadi fadumo faisal farah farhad farid fariba farida farrah fatima fatma fereshteh frans fredrik galina george gustav habib
  haider halima hamza hana hani hanna hannu hanne harri hasan hassan hawa heidi heikki heini helena helga helmi helvi henna
  henri henrik hilkka hodan hussein hussain iida iiro ibrahim idris igor iina ikram ilkka ilma ilmari ilona impi ines inga inger
  inka inna ira irene irina iris irja isak ismail ismo ivan jaakko jaana jama jamal jan jana jani janne jari jarkko jarmo jasmin
  jenna jenni jere jesse joel johan johanna johannes jonas jonna joona joonas jorma jouko jouni juha juhani juho jukka julia
  juri jussi jutta kaarina kaarlo kai kaija kaisa kalervo kalevi kalle kamal karim karin kari karl karoliina katariina kateryna
  katja katri kauko kerttu keijo khadija khadra khalid kiia kim kimmo kirill kirsi kirsti konstantin krister kristiina kristian
  kristina kyllikki kyosti laila lasse lassi laura lauri leena lea leevi leila lempi leo lena liban lidia liina liisa lilja lilli
  linda linnea lotta luka lukas lyudmila maarit mahad mahdi mahmoud maija maiju maksim malika manal marat margareta margarita
  mari maria mariam marianne marika marina marja marjatta marjo marko markku markus martin martta martti maryam maryan masha
  mateo matias matilda matti maxim mehdi melissa merja meri mervi mia mika mikael mikko mikhail milena milla minna minttu mira
  mirja mirjami mirva mohamed mohammad mohammed mohamud mona monika muhammad muna mustafa mykola nadia nadifo naima narges
  nasra nasrin natalia natalya nea neea nelli nermin nico niina niklas niko nikolai nina noel noora nora nour nur oiva oksana
  oleg oleksandr olena olga oliver olivia olli omar onni oona oscar oskari osmo ossi otso otto outi paavo paivi palle pamela
  parisa pasi patrik paula pauli pauliina pavel pavlo pekka pentti perttu peter petra petri petteri pia pihla pinja pirjo pirkko
  pyry raija raili raimo raisa rami ramin rana rania rashid rasmus raul rauha rauni reem reijo reima reino rekka reza riikka riina
  risto ritva robert roman roosa rosa ruslan ruth ruut saana saara saba sabina sadia sahra said saila saija salla salma sam sami
  samir samira sampo samu samuel samuli sanna sanni santeri sara sari sauli savannah seija selma seppo sergei sergey serhii
  shirin shukri silja silvia simo simon sini sinikka sirkka sirpa sisko siiri sofia sofie soile sonja stepan suldaan sulo suoma
  suvi svetlana sylvi taina taisto taimi tahmina taavi tamara tanja tapani tapio tarja taru tatiana tatjana tauno teemu teija
  tero terhi terttu tetiana tiina tiia timo timur toivo tomi tommi toni topi touko tuija tuire tuomas tuomo tuula tuuli tuure
  tyyne tytti ulla unto urho usko uuno vadim valentina valeria valtteri vappu varpu vasily veera veijo veikko vera vieno
  viktor viktoria vilho vilja ville vilma viola virpi visa vladimir volodymyr voitto waris yahya yana yasin yasmin yasir yrjo
  yulia yuri yusra yusuf zahra zainab zaynab zeinab ziad zoya ahti ahto aallotar aura hely hilja ilo into kaino kukka kielo
  lahja lumi manu orvokki paju pilvi saimi satu sara sinikka soini taika tuisku tyttö unelma vesa virva vuokko
`;

/** Names whose inflected stem differs (Pekka, Pekan), as stems. */
const stems = `peka juka mati pent pertu marku marti hannu taru tutu ilka jaako heiki eri niko esko`;

const cyrillic = `
  александр александра алексей алина анастасия анна андрей антон богдан валентина виктор виктория владимир галина дарья денис
  дмитрий екатерина елена иван игорь ирина катерина кирилл ксения лариса людмила максим марина мария михаил надежда наталья
  николай оксана олег олександр олена ольга павел полина роман светлана сергей сергій софия тамара татьяна тетяна юлия юрий яна
`;

const arabic = `
  أحمد محمد محمود علي عمر حسن حسين خالد يوسف ابراهيم إبراهيم مصطفى فاطمة مريم عائشة زينب خديجة سارة ليلى أمينة نور سمير سميرة رنا
  كريم جمال عبدالله فاطمه محمدرضا رضا مهدی علی حسین زهرا مریم نرگس پریسا شیرین فرهاد آرش مینا لیلا
`;

const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);

export const knownNames: ReadonlySet<string> = new Set(
  [latin, stems, cyrillic, arabic].flatMap((list) => wordsIn(list)),
);
