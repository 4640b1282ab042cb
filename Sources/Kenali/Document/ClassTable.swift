import KenaliLexicon

/// The word classes that recognizers ask for, looked up once.
struct ClassTable: Sendable {
    let honorific: WordClasses
    let strictHonorific: WordClasses
    let rank: WordClasses
    let rankTail: WordClasses
    let degree: WordClasses
    let common: WordClasses
    let given: WordClasses
    let family: WordClasses
    /// Given names and family names; with degrees; with titles of all kinds.
    let personName: WordClasses
    let personNameOrDegree: WordClasses
    let personNameOrTitle: WordClasses
    /// Honorifics that are never part of a name.
    let pureHonorific: WordClasses
    let title: WordClasses
    let placeOrRole: WordClasses
    let ambiguous: WordClasses
    let organization: WordClasses
    /// Words that show that a name is that of a body: Badan, Council, Tbk.
    let body: WordClasses
    let acronym: WordClasses
    let personAcronym: WordClasses
    let translation: WordClasses
    let ministryDomain: WordClasses
    /// The fields of short forms and of words that tell a text's field.
    let domains: WordClasses
    let foreignReading: WordClasses
    let definitionFunction: WordClasses
    let definitionWeak: WordClasses
    let neverShort: WordClasses
    /// Words that begin an office or name a job.
    let role: WordClasses
    let officePrefix: WordClasses
    let officeOrRank: WordClasses
    let officeRankOrBody: WordClasses
    /// What begins the name of a thing that may be named after a person.
    let namedHead: WordClasses
    /// Given names whose bearers are mostly women, mostly men.
    let female: WordClasses
    let male: WordClasses
    let placeHead: WordClasses
    /// Forms of companies: PT, CV.
    let legalForm: WordClasses
    /// What begins a name that is a body's when the text gives its short form: Gerakan, Pusat.
    let definedBody: WordClasses
    /// A legislature that is named bare once its country is: Kongres.
    let bareBody: WordClasses
    /// What a short form in brackets behind a body may be instead of its name: a place, a title, a number.
    let foreignMeaning: WordClasses
    /// What begins the names of bodies.
    let bodyHead: WordClasses
    /// Nicknames of well-known persons, with the full name as value.
    let personAlias: WordClasses
    /// Words in small letters that end names: Kim Jong-un.
    let syllable: WordClasses
    /// Small words that may stand inside an office: "ahli gizi di Bandung".
    let roleLink: WordClasses
    /// What somebody is to somebody else: "kuasa hukum", "istri".
    let roleRelation: WordClasses
    /// Words that join two offices: "sekaligus".
    let roleJoint: WordClasses
    /// What somebody is to the person named right behind: pengganti.
    let roleOf: WordClasses
    /// Words that several are counted by: para, sejumlah.
    let plural: WordClasses
    /// Words behind a name that its office follows: "selaku", "sebagai", "menjabat".
    let roleHolder: WordClasses
    /// What tells something of a person, but is no role when it stands alone: "almarhum", "sosok".
    let roleBare: WordClasses
    /// What somebody is to a person: "istri", "adiknya".
    let kin: WordClasses
    /// Offices and their heads, no jobs.
    let officeWord: WordClasses
    let occupation: WordClasses
    /// Words that say who or what something is: "adalah".
    let copula: WordClasses
    /// What stands for a signature: "ttd".
    let signature: WordClasses
    /// What introduces somebody of whom the readers have not heard: "bernama".
    let introduction: WordClasses
    /// Verbs whose object becomes what stands behind "sebagai": "menunjuk".
    let choice: WordClasses
    /// Words that show that a name has ended.
    let nameEnd: WordClasses
    let function: WordClasses
    /// Capitalised words that a name may follow without going on with them: offices, titles, verbs of headlines.
    let beforeName: WordClasses
    let verb: WordClasses
    let ministry: WordClasses
    let ministryField: WordClasses
    /// Complete offices; ministers' titles have the ministry's id as their value.
    let office: WordClasses
    let country: WordClasses
    let province: WordClasses
    let city: WordClasses
    /// Regencies and cities of Indonesia, and all other cities.
    let town: WordClasses
    let place: WordClasses
    /// Names of places that are nothing else.
    let placeSure: WordClasses
    /// What a capitalised word is when it is no name of a place or a body alone.
    let anyWord: WordClasses
    let districtCoded: WordClasses
    let smallRealm: WordClasses
    /// Words for units of administration: Kota, Provinsi.
    let seatWord: WordClasses
    let month: WordClasses
    let hijriMonth: WordClasses
    let weekday: WordClasses
    let number: WordClasses
    let numberMultiple: WordClasses
    let fraction: WordClasses
    let ordinal: WordClasses
    let roman: WordClasses
    let timeUnit: WordClasses
    let duration: WordClasses
    let relativeDay: WordClasses
    let relativeText: WordClasses
    let direction: WordClasses
    let directionText: WordClasses
    let periodPart: WordClasses
    let periodHead: WordClasses
    let periodNumbered: WordClasses
    let decadeWord: WordClasses
    let era: WordClasses
    let holiday: WordClasses
    let dayPart: WordClasses
    let timeZone: WordClasses
    let dateLink: WordClasses
    /// Words that say that a day is to come, or lies behind; and those since which something goes on.
    let ahead: WordClasses
    let behind: WordClasses
    let since: WordClasses
    /// Verbs of what somebody says.
    let speech: WordClasses
    let periodTerm: WordClasses
    /// Words at the end of short forms: the Desa of APBDesa.
    let shortTail: WordClasses
    /// What joins the ends of a range.
    let range: WordClasses
    /// Short forms with a word beside them that tells what they stand for.
    let acronymSense: WordClasses
    let amount: WordClasses
    let definitionLaw: WordClasses
    /// Words that stand in sentences without capitals.
    let plainWord: WordClasses
    /// Names of persons and places.
    let properName: WordClasses
    /// Names of bodies and places, which names of persons may be as well.
    let nameOfOther: WordClasses

    // Unions that are asked for together.
    let thingOrBody: WordClasses
    let acronymReading: WordClasses
    /// Words that may be written as a digit.
    let spokenDigit: WordClasses
    let anyPlaceStart: WordClasses
    let headOfName: WordClasses
    let nameOrPlaceOrHonorific: WordClasses
    let beforeNameOrDirection: WordClasses
    let knownPerson: WordClasses
    let plainOrProper: WordClasses
    let plainOrOther: WordClasses

    init(_ lexicon: Lexicon) {
        // A misspelt class stops a debug build, and every test; classes.tsv declares them all.
        func named(_ names: String..., line: Int = #line) -> WordClasses {
            names.reduce(into: .none) { classes, name in
                guard let known = lexicon.classes(named: name) else {
                    let near = lexicon.classNames(near: name).joined(separator: ", ")
                    assertionFailure("ClassTable.swift:\(line): there is no class '\(name)'; near: \(near)")
                    return
                }
                classes.formUnion(known)
            }
        }
        personName = named("given", "family")
        honorific = named("honorific", "honorific.weak", "honorific.name")
        strictHonorific = named("honorific")
        rank = named("rank")
        rankTail = named("rank.tail")
        degree = named("degree")
        common = named("common")
        given = named("given")
        family = named("family")
        ambiguous = named("ambiguous")
        organization = named("organization")
        body = named("organization", "org.head", "org.head.weak", "org.tail", "org.body")
        acronym = named("acronym")
        personAcronym = named("acronym.person")
        translation = named("acronym.translated")
        ministryDomain = named("domain.ministry")
        domains = lexicon.classNames.reduce(into: .none) { classes, name in
            if name.hasPrefix("domain.") { classes.formUnion(lexicon.classes(named: name) ?? .none) }
        }
        foreignReading = named("acronym.foreign")
        definitionFunction = named("definition.function")
        definitionWeak = named("definition.weak")
        neverShort = named("definition.never")
        role = named("office", "office.head", "occupation")
        officePrefix = named("office.prefix")
        officeOrRank = named("office", "office.head", "occupation", "rank")
        officeRankOrBody = officeOrRank.union(named("org.head"))
        namedHead = named("head.named")
        female = named("female")
        male = named("male")
        placeHead = named("place.head")
        legalForm = named("org.form")
        definedBody = named("org.defined")
        bareBody = named("org.bare")
        foreignMeaning = named(
            "place.sure", "degree", "roman", "ministry", "organization", "common", "currency")
        bodyHead = named("org.head", "org.head.weak")
        personAlias = named("person.alias")
        syllable = named("syllable")
        roleLink = named("role.link")
        roleRelation = named("role.relation")
        roleJoint = named("role.joint")
        plural = named("plural")
        roleOf = named("role.of")
        roleHolder = named("role.holder")
        roleBare = named("role.bare")
        kin = named("kin")
        officeWord = named("office", "office.head")
        occupation = named("occupation")
        copula = named("copula")
        signature = named("signature")
        introduction = named("introduction")
        choice = named("verb.choice")
        nameEnd = named("name.end")
        function = named("function")
        beforeName = named(
            "office", "office.head", "occupation", "office.prefix", "honorific", "honorific.weak", "honorific.name",
            "rank",
            "rank.tail", "verb.saying", "verb.reporting", "verb.action", "verb.bare", "common", "function")
        verb = named("verb.saying", "verb.reporting", "verb.action", "verb.bare")
        ministry = named("ministry")
        ministryField = named("ministry.field", "ministry.field.lower")
        office = named("office")
        country = named("country")
        province = named("province")
        city = named("city")
        town = named("city", "regency")
        place = named("province", "regency", "city", "country", "island", "region", "district", "landmark")
        placeSure = named("place.sure")
        anyWord = named(
            "common", "function", "given", "family", "month", "weekday", "office", "occupation", "honorific")
        districtCoded = named("district.coded")
        smallRealm = named("realm.lower")
        seatWord = named("place.admin")
        month = named("month", "month.lower")
        hijriMonth = named("month.hijri")
        weekday = named("weekday", "weekday.lower", "weekday.after", "weekday.short")
        number = named("number")
        numberMultiple = named("number.multiple")
        fraction = named("fraction")
        ordinal = named("ordinal")
        roman = named("roman")
        timeUnit = named("unit.time", "unit.period")
        duration = named("duration")
        relativeDay = named("relative.day")
        relativeText = named("relative.text")
        direction = named("direction", "direction.counted")
        directionText = named("direction.text", "direction.step")
        periodPart = named("period.part", "period.half")
        periodHead = named("period.head")
        periodNumbered = named("period.numbered")
        decadeWord = named("decade.word")
        era = named("era")
        holiday = named("holiday", "holiday.nth")
        dayPart = named("daypart", "meridiem")
        timeZone = named("timezone")
        dateLink = named("date.link", "daypart")
        ahead = named("ahead", "ahead.weak")
        behind = named("behind")
        since = named("since")
        speech = named("verb.saying", "verb.reporting")
        periodTerm = named("period.term")
        shortTail = named("definition.tail")
        range = named("range")
        acronymSense = named("acronym.sense")
        amount = named("amount")
        definitionLaw = named("definition.law")
        plainWord = named("common", "function")
        properName = named("given", "family", "province", "regency", "city", "country", "island", "region", "district")
        nameOfOther = named("acronym", "organization", "province", "regency", "city", "country", "island")
        personNameOrDegree = personName.union(degree)
        pureHonorific = strictHonorific.union(rank)
        title = honorific.union(rank).union(rankTail).union(degree)
        personNameOrTitle = personName.union(title)
        placeOrRole = place.union(role)
        thingOrBody = body.union(placeHead).union(namedHead)
        acronymReading = acronym.union(translation)
        spokenDigit = number.union(definitionFunction)
        anyPlaceStart = place.union(placeHead)
        headOfName = placeHead.union(bodyHead)
        nameOrPlaceOrHonorific = personName.union(place).union(honorific)
        beforeNameOrDirection = beforeName.union(direction)
        knownPerson = personAcronym.union(personAlias)
        plainOrProper = plainWord.union(properName)
        plainOrOther = plainWord.union(nameOfOther)
    }
}
