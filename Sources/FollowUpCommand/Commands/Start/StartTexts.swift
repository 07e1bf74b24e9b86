import FollowUpModel

/// What `init` and `new forum` write as comments and say to people, in one language; `{name}` stands for what is
/// filled in.
struct StartTexts: Sendable {
    // workspace.yaml and the reference files.
    var workspaceIntro: String
    var checkAfterwards: String
    var workspaceName: String
    var referenceFiles: String
    var publicLanguages: String
    var region: String
    var scale: String
    var contrary: String
    var consolidation: String
    var frameworkIntro: String
    var countriesIntro: String

    // forum.yaml.
    var forumIntro: String
    var forumId: String
    var module: String
    var forumName: String
    var kind: String
    var forumLanguages: String
    var members: String
    var statuses: String
    var statusReason: String
    var expect: String

    // commitments.yaml and the reports.
    var commitmentsIntro: String
    var commitmentId: String
    var exampleTitle: String
    var legalForce: String
    var addressees: String
    var crosswalk: String
    var exampleSource: String
    var exampleNote: String

    // What is said and asked.
    var written: String
    var nextForum: String
    var nextMatrix: String
    var nextEdit: String
    var nextCheck: String
    var askId: String
    var askName: String
    var askKind: String
    var askMembers: String

    /// The texts in a language; in English for languages that have none.
    static func texts(for language: Language) -> StartTexts {
        switch language {
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        default: english
        }
    }
}

extension StartTexts {
    static let english = StartTexts(
        workspaceIntro: "The workspace: what all forums have in common. One folder per forum stands beside this file.",
        checkAfterwards: "After every change run: followup check",
        workspaceName: "Follow-up of commitments",
        referenceFiles: "The measures that commitments are aligned to, and the countries.",
        publicLanguages: "The languages of public texts, the preferred one first.",
        region: "The group of countries that the picture shows.",
        scale: "The progress scale that all forums share, the least level first.",
        contrary: "A step back, which is off the scale.",
        consolidation: "How the words of several forums become one cell; weights are whole numbers.",
        frameworkIntro:
            "The measures and lines of action that every commitment is aligned to. Titles are in our words.",
        countriesIntro: "Countries by ISO 3166-1 alpha-3 code, with the regions of the UN M49 standard.",
        forumIntro: "Who belongs to the forum, and what its own words mean.",
        forumId: "The id is the folder's name: given once and kept.",
        module: "How the forum is read. declarative: the newest report speaks. Others: followup forums --modules",
        forumName: "The name for people; other languages below it, one a line.",
        kind: "What kind of body it is: {kinds}.",
        forumLanguages: "Its languages, by their two-letter codes.",
        members: "Who belongs to it. To add where known: since: 2001-05, as: observer, suspended: {since: 2017-08-05}",
        statuses: "The words that its reports use, each with its place on the scale. Put your own words here.",
        statusReason: "Example: say here why this word has this level",
        expect: "Once your data is in: how much must be there, so that a loss is noticed.",
        commitmentsIntro: "What the forum's texts ask, of whom, by when. Turn the example into your first commitment.",
        commitmentId: "Its id, given once and kept, and the forum's own number.",
        exampleTitle: "Example: what the text asks, in a few words",
        legalForce: "How strongly it binds: binding, political or voluntary.",
        addressees: "Whom it asks: members, associates, observers, or countries by their codes.",
        crosswalk: "The measure or line it serves, and how: exact, close, broad, narrow or related.",
        exampleSource: "example",
        exampleNote: "Example: replace this row by a report and its source",
        written: "{path}: written",
        nextForum: "Add a forum: {command}",
        nextMatrix: "See it in the picture: {command}",
        nextEdit: "Replace the examples in: {files}",
        nextCheck: "Then check: {command}",
        askId: "Id of the forum (small letters, digits, hyphens)",
        askName: "Name of the forum",
        askKind: "Kind ({kinds})",
        askMembers: "Members, by three-letter codes, as ARG,BRA")

    static let spanish = StartTexts(
        workspaceIntro:
            "El espacio de trabajo: lo que todos los foros tienen en común. Cada foro es una carpeta junto a este archivo.",
        checkAfterwards: "Después de cada cambio ejecute: followup check",
        workspaceName: "Seguimiento de compromisos",
        referenceFiles: "Las medidas con las que se alinean los compromisos, y los países.",
        publicLanguages: "Los idiomas de los textos públicos, primero el preferido.",
        region: "El grupo de países que muestra el panorama.",
        scale: "La escala de progreso que comparten todos los foros, primero el nivel más bajo.",
        contrary: "Un retroceso, que está fuera de la escala.",
        consolidation:
            "Cómo las palabras de varios foros se vuelven una sola celda; los pesos son números enteros.",
        frameworkIntro:
            "Las medidas y líneas de acción con las que se alinea cada compromiso. Los títulos son nuestros.",
        countriesIntro: "Países por código ISO 3166-1 alfa-3, con las regiones de la norma M49 de la ONU.",
        forumIntro: "Quién pertenece al foro y qué significan sus propias palabras.",
        forumId: "El identificador es el nombre de la carpeta: se da una vez y se conserva.",
        module: "Cómo se lee el foro. declarative: habla el informe más reciente. Otros: followup forums --modules",
        forumName: "El nombre para las personas; debajo, otros idiomas, uno por línea.",
        kind: "Qué clase de órgano es: {kinds}.",
        forumLanguages: "Sus idiomas, por sus códigos de dos letras.",
        members:
            "Quién pertenece a él. Donde se sepa, añada: since: 2001-05, as: observer, suspended: {since: 2017-08-05}",
        statuses: "Las palabras que usan sus informes, cada una con su lugar en la escala. Ponga aquí las suyas.",
        statusReason: "Ejemplo: diga aquí por qué esta palabra tiene este nivel",
        expect: "Cuando estén sus datos: cuánto debe haber, para que se note una pérdida.",
        commitmentsIntro:
            "Qué piden los textos del foro, a quién y para cuándo. Convierta el ejemplo en su primer compromiso.",
        commitmentId: "Su identificador, que se da una vez y se conserva, y el número propio del foro.",
        exampleTitle: "Ejemplo: qué pide el texto, en pocas palabras",
        legalForce: "Con qué fuerza obliga: binding (obligatorio), political (político) o voluntary (voluntario).",
        addressees: "A quién se dirige: members, associates, observers, o países por sus códigos.",
        crosswalk: "La medida o línea a la que sirve, y cómo: exact, close, broad, narrow o related.",
        exampleSource: "ejemplo",
        exampleNote: "Ejemplo: reemplace esta fila por un informe y su fuente",
        written: "{path}: escrito",
        nextForum: "Añada un foro: {command}",
        nextMatrix: "Véalo en el panorama: {command}",
        nextEdit: "Reemplace los ejemplos en: {files}",
        nextCheck: "Luego verifique: {command}",
        askId: "Identificador del foro (minúsculas, cifras, guiones)",
        askName: "Nombre del foro",
        askKind: "Clase ({kinds})",
        askMembers: "Miembros, por códigos de tres letras, como ARG,BRA")
}
