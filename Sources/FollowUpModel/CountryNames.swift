import Diagnostics

extension CountryTable {
    /// The code of the country that a text names: its alpha-2 or alpha-3 code in any case, its M49 code, its name in any
    /// language, a code of the International Olympic Committee or a former one of ISO 3166.
    public func code(of text: String) -> String? {
        let folded = text.withoutLookalikes.foldedForComparison
        let upper = folded.uppercased()
        let isNumber = !upper.isEmpty && upper.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let number = isNumber ? String(repeating: "0", count: max(0, 3 - upper.utf8.count)) + upper : nil
        if let own = countries.first(where: { $0.code == upper || $0.alpha2 == upper || $0.m49 == number }) {
            return own.code
        }
        if let other = Self.otherCodes[upper] { return countries.contains { $0.code == other } ? other : nil }
        let named = countries.filter { $0.name.wordings.contains { $0.text.foldedForComparison == folded } }
        return named.count == 1 ? named[0].code : nil
    }

    /// The code of the country that a text most likely means: the one that it names, or the only one whose name is near.
    ///
    /// A code is never taken for one that is merely near, since that is another country's.
    public func code(meantBy text: String) -> String? {
        if let code = code(of: text) { return code }
        let folded = text.withoutLookalikes.foldedForComparison
        // Shorter texts are codes, or near too much.
        guard folded.count > 4, let near = folded.nearest(in: names(but: nil)), let code = code(of: near) else {
            return nil
        }
        let others = names(but: code)
        return folded.nearest(in: others) == nil && !others.contains { $0.hasPrefix(folded) } ? code : nil
    }

    private func names(but code: String?) -> [String] {
        countries.filter { $0.code != code }.flatMap { $0.name.wordings.map(\.text.foldedForComparison) }
    }

    /// Codes that mean one country only, and the code of ISO 3166-1 for each.
    ///
    /// They are those of the International Olympic Committee where ISO has another one, and those that ISO 3166-3 lists as
    /// replaced by another of the same country (ROM, TMP, ZAR). ANT and BUR meant two countries one after the other and are
    /// left out. Compared in https://en.wikipedia.org/wiki/Comparison_of_alphabetic_country_codes.
    private static let otherCodes: [String: String] = {
        let pairs = """
            ALG DZA ANG AGO ARU ABW ASA ASM BAH BHS BAN BGD BAR BRB BER BMU BHU BTN BIZ BLZ BOT BWA BUL BGR CAM KHM \
            CAY CYM CGO COG CHA TCD CHI CHL CRC CRI CRO HRV DEN DNK ESA SLV FIJ FJI GAM GMB GBS GNB GEQ GNQ GER DEU \
            GRE GRC GRN GRD GUA GTM GUI GIN HAI HTI HON HND INA IDN ISV VIR IVB VGB KSA SAU KUW KWT LAT LVA LBA LBY \
            LES LSO MAD MDG MAS MYS MAW MWI MGL MNG MON MCO MTN MRT MRI MUS MYA MMR NCA NIC NED NLD NEP NPL NGR NGA \
            NIG NER OMA OMN PAR PRY PHI PHL PLE PSE POR PRT PUR PRI ROM ROU RSA ZAF SAM WSM SEY SYC SKN KNA SLO SVN \
            SOL SLB SRI LKA SUD SDN SUI CHE TAN TZA TGA TON TMP TLS TOG TGO TPE TWN UAE ARE URU URY VAN VUT VIE VNM \
            VIN VCT ZAM ZMB ZAR COD ZIM ZWE
            """.split(separator: " ").map(String.init)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: pairs.count, by: 2).map { (pairs[$0], pairs[$0 + 1]) })
    }()
}
