import FollowUpModel

/// What `diff` says, in one language; `{name}` stands for what is filled in.
struct DiffTexts: Sendable {
    var title: String
    var fromTo: String
    var from: String
    var to: String
    var by: String
    var noCell: String
    var cellsChange: String
    var edits: String
    var furtherEdits: String
    var absent: String
    var subjects: [Edit.Subject: String]
    var changes: [Edit.Change: String]

    /// The texts in a language; in English for languages that have none.
    static func texts(for language: Language) -> DiffTexts {
        switch language {
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        default: english
        }
    }

    static let english = DiffTexts(
        title: "What changes in the picture", fromTo: "From {old} to {new}", from: "From", to: "To", by: "By edit",
        noCell: "No cell changes", cellsChange: "{count} of {total} cells change", edits: "Edits behind them",
        furtherEdits: "Further edits that change no cell: {count}", absent: "not there",
        subjects: [
            .report: "report", .commitment: "commitment", .statusWord: "status word", .membership: "membership",
            .forum: "forum", .workspace: "workspace", .deadline: "deadline passed", .age: "time passed",
        ],
        changes: [.added: "added", .removed: "removed", .changed: "changed"])

    static let spanish = DiffTexts(
        title: "Qué cambia en el panorama", fromTo: "De {old} a {new}", from: "Antes", to: "Después", by: "Por edición",
        noCell: "No cambia ninguna celda", cellsChange: "Cambian {count} de {total} celdas",
        edits: "Ediciones que lo causan", furtherEdits: "Otras ediciones que no cambian ninguna celda: {count}",
        absent: "no existe",
        subjects: [
            .report: "informe", .commitment: "compromiso", .statusWord: "palabra de estado", .membership: "membresía",
            .forum: "foro", .workspace: "espacio de trabajo", .deadline: "plazo vencido", .age: "paso del tiempo",
        ],
        changes: [.added: "nuevo", .removed: "quitado", .changed: "cambiado"])

    static let portuguese = DiffTexts(
        title: "O que muda no panorama", fromTo: "De {old} para {new}", from: "Antes", to: "Depois", by: "Por edição",
        noCell: "Nenhuma célula muda", cellsChange: "Mudam {count} de {total} células",
        edits: "Edições que o causam", furtherEdits: "Outras edições que não mudam nenhuma célula: {count}",
        absent: "não existe",
        subjects: [
            .report: "relatório", .commitment: "compromisso", .statusWord: "palavra de situação",
            .membership: "participação", .forum: "fórum", .workspace: "espaço de trabalho",
            .deadline: "prazo vencido", .age: "passagem do tempo",
        ],
        changes: [.added: "novo", .removed: "retirado", .changed: "alterado"])

    static let french = DiffTexts(
        title: "Ce qui change dans le tableau", fromTo: "De {old} à {new}", from: "Avant", to: "Après",
        by: "Par modification", noCell: "Aucune cellule ne change",
        cellsChange: "{count} cellules sur {total} changent", edits: "Modifications qui en sont la cause",
        furtherEdits: "Autres modifications, qui ne changent aucune cellule : {count}", absent: "absente",
        subjects: [
            .report: "rapport", .commitment: "engagement", .statusWord: "mot de statut", .membership: "appartenance",
            .forum: "forum", .workspace: "espace de travail", .deadline: "échéance passée", .age: "temps écoulé",
        ],
        changes: [.added: "ajouté", .removed: "supprimé", .changed: "modifié"])
}
