/** Words that people build passwords from first; auth/password-rules strips digits, symbols and look-alike letters before it looks here. */
const WORDS = `
aaliyah aaron abby abcabc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij abcdefghijk abcdefghijkl abigail
access accident account action adam adidas admin administrator adrian advance agent aircraft airplane albert alejandro
alex alexander alexandra alexis alfredo alice alicia alina alison allison alone alpha alyssa always amanda amazing amber
america american amor amore amour anastasia anderson andre andrea andreas andrei andrew android angel angela angelica
angelina angels angie animal anita anna annie anthony antonia antonio anything apollo apple april aquarius arcade archer
argentina ariel arizona armando arnold arsenal arthur asdasd asdf asdfasdf asdfg asdfgh asdfghjk asdfghjkl asdfjkl ashley
asshole asterix atlanta atlantis august aurora austin australia autumn avatar awesome azerty azertyuiop baby babygirl
babylon bailey balance ball ballet banana bandit bank barbara barbie barcelona barney baseball basket basketball bastard
batman batterie battery bayern beach bear beatles beautiful beauty because belgium bella benjamin berlin bernard bethany
bigdaddy bigdog billy bird birthday biscuit bitch black blackberry blackie blade blessed blessing blink blizzard blonde
blood blossom blue blueberry bluebird bluesky bobby bond bonnie booboo boomer boston bottle bowling bradley brandon
brandy brasil brazil brian bridge brittany broken bronco broncos brooklyn brother brownie bruce bubba bubble bubbles buddy
buffalo bulldog bullshit bunny business buster butter butterfly butthead caesar calendar california calvin camaro
cambridge camera cameron camille camping canada cancer candy captain caramel cardinal carlos carmen carol carolina
caroline carpenter carrot cars carter casey casper cassie castle catalina catherine catwoman celeste celtic center
challenge champion chance change changeme changeit changethis channel chanel chaos charlene charles charlie charlotte
cheese cheerleader chelsea cherokee cherry chester chevrolet chevy chicago chicken chico children china chiquita chocolate
chopper chris chrissy christ christian christina christine christmas christopher church cinderella cindy cinnamon city
claire classic classroom claudia clinic clinical clinician clover cocacola coconut coffee college colorado columbia
comcast comedy comfort common company compaq computer confidential connect connie control cookie cookies cool cooper
copper coral corvette cosmos cougar counter counterpoise country courage cowboy cowboys coyote cracker crazy cream
creative cricket cristian cristina crystal culture cupcake cyber daddy daisy dakota dallas damien dance dancer daniel
daniela danielle danny darkness darling database dave david deborah december default delfin delta demo denise dennis
denver desert design desiree destiny detroit devil dexter diablo diamond diana diego digital dilbert dimples dinosaur
discover discovery disney dixie doctor dodger dodgers doggie dolphin dolphins dominic dominique donald donkey donna
dorothy double douglas dragon dragonball dragons dream dreamer dreams drowssap drummer duckling dublin dundee eagle eagles
earth easter eastern eclipse eddie edgar edward einstein elaine elefant elephant elizabeth ellen emerald emergency emily
emmanuel empire energy england enigma enter enterprise eric erica ernesto esperanza estrella eternity eugene europe
evelyn everton everyone example exercise explorer extreme facebook faith falcon falcons family fantasy fashion father
february felicia felipe felix fender fernanda fernando ferrari fighter fire fireball firebird firefox fireman fish fisher
fishing flamingo flash florence florida flower flowers fluffy football forest forever forgot formula fortuna fortune
france francesco francis francisco frank frankie franklin freddie freddy freedom freeman french friday friend friends
friendship frog fucker fucking fuckme fuckoff fuckyou future gabriel gabriela galaxy galileo gandalf gangster garden
garfield gateway gemini general genesis george georgia gerald germany getmein gfhjkm ghost giants gibson gilbert ginger
giovanni girls gizmo gladiator gloria godfather godzilla gold golden golf golfer gonzalez goodluck google gordon gorgeous
grace grandma grandpa grape graphics green greenday gregory griffin guardian guest guitar gunner gustavo hahaha hallo
hamster hamstring hannah happy happyday hardcore harley harmony harold harrison harry harvard harvey hawaii health healthy
heart hearts heather heaven hector helen hello hellokitty helpme henry hercules heritage herman hernandez hitman
hockey holiday hollywood home homer honda honey honeymoon hospital hotdog hotmail house houston howard hummer hundred
hunter hurricane iceberg iceman icecream idontknow iloveme iloveu iloveyou imagine immortal independent india indian
indigo infinity inside instagram internet invitation ireland irene isabel isabella isabelle island israel italia italy
jackass jackie jackson jacob jaguar james jamie january japan jasmin jasmine jason jasper javier jayjay jeffrey jennifer
jenny jeremiah jeremy jerome jesse jessica jessie jesus jesuschrist jimmy joanna johanna john johnny johnson jonathan
jordan jorge joseph joshua josie juice julia julian juliana julie juliet july junior jupiter justice justin justine
karate karen karina katherine kathleen kathryn katie kawasaki keeper kelly kennedy kenneth kermit kevin keyboard killer
kimberly king kingdom kingkong kings kirsten kitten kitty knight knights kristen kristina ladybug lakers lasvegas laura
lauren lavender lebron legend legolas leonard leonardo leopard leslie letmein letmeinnow liberty library life lightning
lillian lilly lincoln linda lindsay lindsey linkedin lion lisa little liverpool lizard logan login logitech lollipop
london lonely lorena lorenzo loser louise love lovelove lovely lover lovers loveyou lucas lucifer lucky lucy luis
machine madison madonna madrid maggie magic magnum mailman malcolm manager manchester manuel marathon marcus margaret
maria mariah mariana marie marina mario marion mariposa marley marlboro marlene marshall martha martin martina martinez
marvel marvin mary master masters matrix matthew maurice maverick maximus maxwell mckenzie medical medicine megan melanie
melissa melody member memories memory mercedes mercury merlin metal metallica mexico miami michael michele michelle
mickey microsoft midnight miguel millennium miller million mine minecraft minnie miracle miranda mission mississippi
mistress mitchell mohamed mohammed molly moment monday money monica monika monique monkey monkeys monster montana montreal
moon moonlight morgan morning mother motorola mountain mouse mozart muffin murphy muscle music musica mustang myfamily
mylove myname myself mypassword naruto natalia natalie natasha nathan nathaniel nature naughty nelson network newcastle
newpass newpassword newyork nicholas nicolas nicole nightmare nikita nintendo nirvana nissan nobody nokia
nothing november number nurse oakland ocean october office oklahoma oliver olivia olympus online openopen opensesame orange
orchid orlando oscar osiris outlaw oxford pacific packers painter palace pamela panasonic pancake panda pandora panther
panthers paradise paris parker party pass passme passpass passphrase passw passwd password patches patience
patient patricia patrick patriots paul paulina peace peaches peanut pearl pegasus penelope penguin people pepper peppers
perfect personal peter petra phantom philip phoenix phone physical physio physiotherapist physiotherapy piano picasso
picture pineapple pink pinkfloyd pirate pirates pizza planet platinum player playboy playstation please pokemon poland police
polska poohbear popcorn popeye porsche portugal power powers precious premium presario preston pretty prince princesa
princess private promise property psycho pumpkin puppies puppy purple pussy qazwsx qazwsxedc quadriceps quality queen
quest qwaszx qwer qwerasdf qwert qwerty qwertyu qwertyui qwertyuiop qwertyuiopasdf qwertz qwertzuiop rabbit rachel racing
raider raiders rainbow raistlin ranger rangers raphael raven raymond realmadrid rebecca rebel redskins redsox redwood
reggie remember renee renegade republic reset respect richard ricardo river robert roberta roberto robin robinson rocket
rockstar rocky roland roman romeo ronald ronaldo rooney rosebud rosemary roses rosie royal russell russia rusty sabrina
sailor saint salvador samantha sammy samson samsung samuel sandra santiago santos sarah sasuke satan saturn saturday
savannah scarface school science scooby scooter scorpio scorpion scotland scott search season sebastian secret secure
security senior september serenity service seven shadow shakira shalom shannon sharon shelby sheila shelly sherlock
sherry shirley shopping shorty sierra silver silvia simone simple simpson simpsons single sister skate skateboard skipper
skittles skywalker slayer slipknot smile smiley smokey smooth snickers sniper snoopy snow snowball snowboard snowman
soccer soldier something sophia sophie spanish spanky sparky spartan special speedy spencer spider spiderman spirit
spongebob spring springtime squirrel stalker standard stanley star stargate starlight stars start startrek starwars
station steel steelers stella stephanie stephen steve steven stewart storm stranger strawberry strong stupid sugar summer
summertime sunday sunflower sunrise sunset sunshine superman supernova superstar support surfer susan suzanne sweet
sweetheart sweetie swimming sydney sylvia system tabitha target taurus taylor teacher team technology tennis teresa
terminal test testing testtest thailand thebest theman therapist therapy theresa thomas thunder thursday tiffany tiger
tigers tigger timothy tinkerbell titanic toronto toshiba tottenham toyota training traveler treasure treatment trinity
trouble trustno trustnoone tuesday turtle tweety twilight twitter unicorn united universal universe university user
username valentina valentine vampire vanessa vanilla vegeta venezuela venus veronica verygood victor victoria victory
viking vikings vincent violet viper virginia virgin vision volcano volleyball voyager wachtwoord walker walter warcraft
warrior warriors water watermelon wednesday welcome welcomehome western whatever whitney wildcat william williams willow
wilson windows winner winnie winter winston wizard wolf wolverine wolves woman wonder wonderful woody world wrestling
xavier yamaha yankee yankees yellow yesterday youtube zachary zaq zaqwsx zaqxsw zelda zeppelin zxcv zxcvb zxcvbn zxcvbnm
achilles barracuda bonjour buenosdias calamity clave contrasena constantinople dinamo doudou fisioterapia geheim
gewinner hallohallo haslo heslo ichliebedich jetaime kennwort krankenhaus liebling loulou marseille
motdepasse nevermind parola passwort physiotherapie qwerqwer salasana schatz schalke senha slaptazodis
soleil sonnenschein teamo teamomucho tequiero tequieromucho tristan schatzi zaqzaq
`;

/** In lower-case Latin letters only. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
