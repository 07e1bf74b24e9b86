// The four files of a folder as arrays. FOLDER is the folder, NAME the beginning of the arrays' names; this file is
// included once for each folder, and so has no guard.

static const unsigned char ARRAY(NAME, en)[] = {
#embed FILE(FOLDER/messages.pot)
};
static const unsigned char ARRAY(NAME, es)[] = {
#embed FILE(FOLDER/es.po)
};
static const unsigned char ARRAY(NAME, pt)[] = {
#embed FILE(FOLDER/pt.po)
};
static const unsigned char ARRAY(NAME, fr)[] = {
#embed FILE(FOLDER/fr.po)
};

#undef FOLDER
#undef NAME
