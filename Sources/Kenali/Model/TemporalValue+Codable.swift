/// A value is stored as it is written, by ISO 8601 and TIMEX3.
extension TemporalValue.Content: Codable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(valueWithOffset)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(String.self)
        guard let content = Self(value) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no ISO 8601 or TIMEX3 value: \(value)")
        }
        self = content
    }
}

extension TemporalValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case value, modifier, zone, issues, hijri, companion, moment
        /// The value with its offset from UTC, where it has one.
        case zonedValue = "zoned_value"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        if content.valueWithOffset != value { try container.encode(content, forKey: .zonedValue) }
        try container.encodeIfPresent(modifier, forKey: .modifier)
        try container.encodeIfPresent(zone, forKey: .zone)
        if !issues.isEmpty { try container.encode(issues, forKey: .issues) }
        try container.encodeIfPresent(hijri, forKey: .hijri)
        try container.encodeIfPresent(companion, forKey: .companion)
        try container.encodeIfPresent(moment, forKey: .moment)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let zoned = try container.decodeIfPresent(Content.self, forKey: .zonedValue)
        self.init(
            try zoned ?? container.decode(Content.self, forKey: .value),
            zone: try container.decodeIfPresent(String.self, forKey: .zone))
        modifier = try container.decodeIfPresent(Modifier.self, forKey: .modifier)
        issues = try container.decodeIfPresent([Issue].self, forKey: .issues) ?? []
        hijri = try container.decodeIfPresent(HijriDate.self, forKey: .hijri)
        companion = try container.decodeIfPresent(Int.self, forKey: .companion)
        moment = try container.decodeIfPresent(Content.self, forKey: .moment)
    }
}

/// A date of the Islamic calendar is stored as it is written: `1446-09-01`.
extension HijriDate: Codable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(String.self)
        // An Islamic month has at most thirty days, and the second one may have thirty: read apart, not as a civil date.
        let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard 1...3 ~= parts.count,
            parts.allSatisfy({ Int($0) != nil || $0.utf8.allSatisfy { $0 == UInt8(ascii: "X") } })
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no date of the Islamic calendar: \(value)")
        }
        self.init(
            year: Int(parts[0]), month: parts.count > 1 ? Int(parts[1]) : nil,
            day: parts.count > 2 ? Int(parts[2]) : nil)
    }
}

/// A day is stored as `YYYY-MM-DD`.
extension CalendarDate: Codable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(String.self)
        guard let date = Self(value) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day of the calendar: \(value)")
        }
        self = date
    }
}
