import KenaliLexicon

extension Document {
    /// What the linker needs to know of the mentions that have entities.
    func linkItems(
        _ mentions: [Mention], _ built: BuiltMentions, _ aliases: Set<Range<Int>>, _ memory: inout LinkMemory
    ) -> [Linker.Item] {
        memory.bodies.read(mentions, built, self, &memory.names)
        var items: [Linker.Item] = []
        items.reserveCapacity(mentions.count)
        var previous: Range<Int>?
        var persons = 0
        var bodies = 0
        for index in mentions.indices {
            let tokens = built.tokens(of: index)
            defer { previous = tokens }
            switch mentions[index].detail {
            case .person(let person):
                let isAlias = previous.map { self.isAlias(tokens, of: $0, aliases) } ?? false
                let name = person.nameUTF8Range
                let words = self.name(tokens, name, &memory.words)
                items.append(
                    Linker.Item(
                        mention: index, kind: .person, words: words, wordCount: memory.words[words].count,
                        knownWords: knownName(tokens, name, &memory.words), sex: sex(tokens, name),
                        aliasOf: isAlias ? index - 1 : nil,
                        role: built.roles[persons], introduction: introduction(of: tokens), name: person.name,
                        text: string(tokens, like: person.name)))
                persons += 1
            case .ministry(let ministry):
                items.append(
                    Linker.Item(
                        mention: index, kind: .ministry, key: memory.names.number(of: ministry),
                        name: ministry.canonicalName,
                        text: String(copying: bytes.extracting(mentions[index].utf8Range))))
            case .organization(let organization):
                let long = built.longNames.isEmpty ? nil : built.longNames[index]
                let name = organization.canonicalName
                let key = memory.bodies.key(bodies, tokens, long: long, name, self, &memory.names)
                bodies += 1
                items.append(
                    Linker.Item(
                        mention: index, kind: .organization, key: key, name: name, text: string(tokens, like: name)))
            case .location(let place):
                items.append(
                    Linker.Item(
                        mention: index, kind: .location, key: memory.names.number(of: place), name: place.canonicalName,
                        text: string(tokens, like: place.canonicalName)))
            case .date, .time, .duration, .acronym, .custom: break
            }
        }
        return items
    }

    /// The text of some tokens; the name that it is, where it is one, so that there is one string.
    private func string(_ tokens: Range<Int>, like name: String) -> String {
        let range = utf8Range(of: tokens)
        guard range.count == name.utf8.count, bytes.extracting(range).isEqual(to: name.utf8Span.span) else {
            return string(tokens)
        }
        return name
    }
}

extension NameTable {
    /// What is equal for all mentions of a ministry: its id, else its name and country.
    fileprivate mutating func number(of ministry: MinistryMention) -> Number {
        if let id = ministry.id {
            write(id.utf8Span.span)
        } else {
            write(lowercased: ministry.canonicalName.utf8Span.span)
            write(0)
            if let country = ministry.country { write(country.utf8Span.span) }
        }
        return take()
    }

    /// What is equal for all mentions of a place: its code, else its name.
    fileprivate mutating func number(of place: Place) -> Number {
        guard let code = place.code else { return number(lowercased: place.canonicalName) }
        // No name starts so.
        write(0)
        write(code.utf8Span.span)
        return take()
    }
}
