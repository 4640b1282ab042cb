public import Kenali

extension WordClassDescription: JSONRepresentable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("class", name)
            json.field("rows", count)
            json.field("members", members)
            json.field("example", example)
            json.field("counterexample", counterexample)
        }
    }
}
