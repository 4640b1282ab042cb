import KenaliImage
import KenaliLexicon

/// The word classes that recognizers ask for, and the unions that they ask for together.
///
/// A class is declared once, as a row of `Sources/KenaliData/classes.tsv`: a ``BuiltInClass`` is made of each when the package is
/// built, so that a misspelt one does not compile.
///
/// A reference: each document has it, and it is three thousand bytes.
final class ClassTable: Sendable {
    // MARK: Persons

    let honorific = ClassTable.honorifics
    let strictHonorific = WordClasses(.honorific)
    /// Honorifics that are never part of a name.
    let pureHonorific = WordClasses(.honorific, .rank)
    let rank = WordClasses(.rank)
    let degree = WordClasses(.degree)
    let title = ClassTable.titles
    let given = WordClasses(.given)
    let family = WordClasses(.family)
    /// Given names and family names; with degrees; with titles of all kinds.
    let personName = ClassTable.names
    let personNameOrDegree = ClassTable.names.union(WordClasses(.degree))
    let personNameOrTitle = ClassTable.names.union(ClassTable.titles)
    /// What a hyphen joins to a name: "Al-", "Asy-".
    let nameArticle = WordClasses(.nameArticle)
    /// Given names whose bearers are mostly women, mostly men.
    let female = WordClasses(.female)
    let male = WordClasses(.male)
    /// Nicknames of well-known persons, with the full name as value.
    let personAlias = WordClasses(.personAlias)
    let knownPerson = WordClasses(.acronymPerson, .personAlias)
    /// Words in small letters that end names: Kim Jong-un.
    let syllable = WordClasses(.syllable)
    /// Words that show that a name has ended.
    let nameEnd = WordClasses(.nameEnd)
    let ambiguous = WordClasses(.ambiguous)
    /// Capitalised words that a name may follow without going on with them: offices, titles, verbs of headlines.
    let beforeName = ClassTable.beforeNames
    let beforeNameOrDirection = ClassTable.beforeNames.union(ClassTable.directions)
    let nameOrPlaceOrHonorific = ClassTable.names.union(ClassTable.places).union(ClassTable.honorifics)
    /// What somebody is to a person: "istri", "adiknya".
    let kin = WordClasses(.kin)
    /// What stands for a signature: "ttd".
    let signature = WordClasses(.signature)
    /// What introduces somebody of whom the readers have not heard: "bernama".
    let introduction = WordClasses(.introduction)

    // MARK: Offices and what persons are

    /// Words that begin an office or name a job.
    let role = ClassTable.roles
    /// Complete offices; ministers' titles have the ministry's id as their value.
    let office = WordClasses(.office)
    /// Offices and their heads, no jobs.
    let officeWord = WordClasses(.office, .officeHead)
    let officePrefix = WordClasses(.officePrefix)
    let occupation = WordClasses(.occupation)
    let officeOrRank = ClassTable.roles.union(WordClasses(.rank))
    let officeRankOrBody = ClassTable.roles.union(WordClasses(.rank, .orgHead))
    let placeOrRole = ClassTable.places.union(ClassTable.roles)
    /// Small words that may stand inside an office: "ahli gizi di Bandung".
    let roleLink = WordClasses(.roleLink)
    /// What somebody is to somebody else: "kuasa hukum", "istri".
    let roleRelation = WordClasses(.roleRelation)
    /// Words that join two offices: "sekaligus".
    let roleJoint = WordClasses(.roleJoint)
    /// What somebody is to the person named right behind: pengganti.
    let roleOf = WordClasses(.roleOf)
    /// Words behind a name that its office follows: "selaku", "sebagai", "menjabat".
    let roleHolder = WordClasses(.roleHolder)
    /// What tells something of a person, but is no role when it stands alone: "almarhum", "sosok".
    let roleBare = WordClasses(.roleBare)
    /// Words that several are counted by: para, sejumlah.
    let plural = WordClasses(.plural)
    /// Words that say who or what something is: "adalah".
    let copula = WordClasses(.copula)
    /// Verbs whose object becomes what stands behind "sebagai": "menunjuk".
    let choice = WordClasses(.verbChoice)

    // MARK: Ministries

    let ministry = WordClasses(.ministry)
    let ministryField = WordClasses(.ministryField, .ministryFieldLower)
    let ministryDomain = WordClasses(.domainMinistry)

    // MARK: Bodies and things

    let organization = WordClasses(.organization)
    /// Words that show that a name is that of a body: Badan, Council, Tbk.
    let body = ClassTable.bodies
    /// What begins the names of bodies.
    let bodyHead = WordClasses(.orgHead, .orgHeadWeak)
    /// A legislature that is named bare once its country is: Kongres.
    let bareBody = WordClasses(.orgBare)
    /// What begins a name that is a body's when the text gives its short form: Gerakan, Pusat.
    let definedBody = WordClasses(.orgDefined)
    /// Forms of companies: PT, CV.
    let legalForm = WordClasses(.orgForm)
    /// What begins the name of a thing that may be named after a person.
    let namedHead = WordClasses(.headNamed)
    let thingOrBody = ClassTable.bodies.union(WordClasses(.placeHead, .headNamed))
    let headOfName = WordClasses(.placeHead, .orgHead, .orgHeadWeak)

    // MARK: Places

    let place = ClassTable.places
    /// Names of places that are nothing else.
    let placeSure = WordClasses(.placeSure)
    let placeHead = WordClasses(.placeHead)
    let anyPlaceStart = ClassTable.places.union(WordClasses(.placeHead))
    let country = WordClasses(.country)
    let province = WordClasses(.province)
    let city = WordClasses(.city)
    /// Regencies and cities of Indonesia, and all other cities.
    let town = WordClasses(.city, .regency)
    let districtCoded = WordClasses(.districtCoded)
    let smallRealm = WordClasses(.realmLower)
    /// Words for units of administration: Kota, Provinsi.
    let seatWord = WordClasses(.placeAdmin)

    // MARK: Short forms

    let acronym = WordClasses(.acronym)
    let personAcronym = WordClasses(.acronymPerson)
    let foreignReading = WordClasses(.acronymForeign)
    let acronymReading = WordClasses(.acronym, .acronymTranslated)
    /// Short forms with a word beside them that tells what they stand for.
    let acronymSense = WordClasses(.acronymSense)
    /// The fields of short forms and of words that tell a text's field.
    let domains = WordClasses(BuiltInClass.domain)
    /// What a short form in brackets behind a body may be instead of its name: a place, a title, a number.
    let foreignMeaning = WordClasses(.placeSure, .degree, .roman, .ministry, .organization, .common, .currency)
    let definitionFunction = WordClasses(.definitionFunction)
    let definitionWeak = WordClasses(.definitionWeak)
    let definitionLaw = WordClasses(.definitionLaw)
    let neverShort = WordClasses(.definitionNever)
    /// Words at the end of short forms: the Desa of APBDesa.
    let shortTail = WordClasses(.definitionTail)
    /// Words that may be written as a digit.
    let spokenDigit = WordClasses(.number, .definitionFunction)

    // MARK: Dates and times

    let month = WordClasses(.month, .monthLower)
    let hijriMonth = WordClasses(.monthHijri)
    let weekday = WordClasses(.weekday, .weekdayLower, .weekdayAfter, .weekdayShort)
    let number = WordClasses(.number)
    let numberMultiple = WordClasses(.numberMultiple)
    let fraction = WordClasses(.fraction)
    let ordinal = WordClasses(.ordinal)
    let roman = WordClasses(.roman)
    let amount = WordClasses(.amount)
    let timeUnit = WordClasses(.unitTime, .unitPeriod)
    let duration = WordClasses(.duration)
    let relativeDay = WordClasses(.relativeDay)
    let relativeText = WordClasses(.relativeText)
    let direction = ClassTable.directions
    let directionText = WordClasses(.directionText, .directionStep)
    let periodPart = WordClasses(.periodPart, .periodHalf)
    let periodHead = WordClasses(.periodHead)
    let periodNumbered = WordClasses(.periodNumbered)
    let periodTerm = WordClasses(.periodTerm)
    let decadeWord = WordClasses(.decadeWord)
    let era = WordClasses(.era)
    let holiday = WordClasses(.holiday, .holidayNth)
    let dayPart = WordClasses(.daypart, .meridiem)
    let timeZone = WordClasses(.timezone)
    let dateLink = WordClasses(.dateLink, .daypart)
    /// Words that say that a day is to come, or lies behind; and those since which something goes on.
    let ahead = WordClasses(.ahead, .aheadWeak)
    let behind = WordClasses(.behind)
    let since = WordClasses(.since)
    /// What joins the ends of a range.
    let range = WordClasses(.range)

    // MARK: Ordinary words

    let common = WordClasses(.common)
    let function = WordClasses(.function)
    /// Words that stand in sentences without capitals.
    let plainWord = ClassTable.plainWords
    let verb = ClassTable.verbs
    /// Verbs of what somebody says.
    let speech = WordClasses(.verbSaying, .verbReporting)
    /// What a capitalised word is when it is no name of a place or a body alone.
    let anyWord = WordClasses(
        .common, .function, .given, .family, .month, .weekday, .office, .occupation, .honorific,
    )
    /// Words that stand in sentences without capitals, and names of persons and places.
    let plainOrProper = WordClasses(
        .common, .function, .given, .family, .province, .regency, .city, .country, .island, .region, .district,
    )
    /// The same, and names of bodies and places, which names of persons may be as well.
    let plainOrOther = WordClasses(
        .common, .function, .acronym, .organization, .province, .regency, .city, .country, .island,
    )

    // MARK: What several of these are made of

    private static let names = WordClasses(.given, .family)
    private static let honorifics = WordClasses(.honorific, .honorificWeak, .honorificName)
    private static let titles = honorifics.union(WordClasses(.rank, .rankTail, .degree))
    private static let roles = WordClasses(.office, .officeHead, .occupation)
    private static let verbs = WordClasses(.verbSaying, .verbReporting, .verbAction, .verbBare)
    private static let places = WordClasses(
        .province, .regency, .city, .country, .island, .region, .district, .landmark,
    )
    private static let bodies = WordClasses(.organization, .orgHead, .orgHeadWeak, .orgTail, .orgBody)
    private static let plainWords = WordClasses(.common, .function)
    private static let beforeNames = roles.union(honorifics).union(verbs).union(plainWords).union(
        WordClasses(
            .officePrefix, .rank, .rankTail,
        ))
    private static let directions = WordClasses(.direction, .directionCounted)
}

extension WordClasses {
    /// A set of built-in classes.
    init(_ classes: BuiltInClass...) { self.init(classes) }

    init(_ classes: [BuiltInClass]) {
        self = classes.reduce(into: .none) { $0.formUnion(WordClasses(number: $1.rawValue)) }
    }
}
