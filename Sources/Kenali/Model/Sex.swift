/// What honorifics and given names say of a person's sex; only used to tell persons of one name apart.
enum Sex: Sendable {
    case female, male
}
