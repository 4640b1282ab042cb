public import Kenali

extension IndexedEntity: JSONRecord {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind.rawValue)
            json.field("key", key)
            json.field("name", name)
            json.key("aliases")
            json.array(aliases) { json, alias in
                json.object { json in
                    json.field("name", alias.text)
                    json.field("count", alias.count)
                }
            }
            json.field("count", count)
            json.field("documents", documentCount)
            json.key("months")
            json.object { json in
                for month in months {
                    json.key(text: month.month)
                    json.write(month.count)
                }
            }
            json.key("offices")
            json.array(offices) { json, office in
                json.object { json in
                    json.field("title", office.title)
                    json.field("count", office.count)
                    json.field("first", ifPresent: office.first)
                    json.field("last", ifPresent: office.last)
                }
            }
            json.key("with")
            json.array(companions) { json, companion in
                json.object { json in
                    json.field("key", companion.key)
                    json.field("name", companion.name)
                    json.field("count", companion.count)
                }
            }
            json.key("joined_by")
            json.array(joinedBy) { json, join in
                json.object { json in
                    json.field("name", join.name)
                    json.field("by", join.evidence.rawValue)
                    json.field("count", join.count)
                }
            }
        }
    }
}

/// How often an entity is named in a month, in JSON.
package struct IndexedMonthRecord: JSONRecord {
    package var kind: String
    package var key: String
    package var name: String
    package var month: String
    package var count: Int

    /// The months of an entity.
    package static func records(of entity: IndexedEntity) -> [IndexedMonthRecord] {
        entity.months.map { month in
            IndexedMonthRecord(
                kind: entity.kind.rawValue, key: entity.key, name: entity.name, month: month.month, count: month.count)
        }
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind)
            json.field("key", key)
            json.field("name", name)
            json.field("month", month)
            json.field("count", count)
        }
    }
}
