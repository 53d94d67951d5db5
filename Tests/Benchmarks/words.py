"""The words the generated sentences are put together from."""

NOUNS = """answer archive article assay balance battery blood branch bridge budget cable camera capital carbon
cell channel chapter charge child circuit claim clinic coast cohort colony column compound contract control copper
course court creature crop culture current cycle data decade delay density depth design device diet dose draft
dust edge effect element energy engine enzyme error estimate event evidence exposure factor failure family farm
fever fibre field figure filter forest form fraction frame fuel function gene glacier glass grain group growth
habit harbour harvest hazard heart height history hormone hospital house image impact income index infection
insect island journey judge kidney kitchen lake language latitude law layer leaf length lesson letter level
library light liver load machine margin market marker material measure membrane memory metal method mineral mixture
model moisture molecule morning mother motion muscle nerve network night nutrient object ocean office orbit order
organ outcome oxygen paper parent particle patient pattern period phase plant plasma policy population pressure
price prize process product profile protein province question radius railway rate ratio reaction reader receptor
record region remedy report reserve residue response result river rock root rotation rule salt sample satellite
scale school score season sediment sensor sequence series shape signal skin slope soil solution source species
spectrum speech stage station stream strength structure student study surface surgery survey symptom system table
target teacher temperature theory therapy tide tissue title tool trace trade treatment trial tumour union vaccine
valley valve variable vector vessel village virus vitamin voice volume voltage wage water wave weather weight
window winter witness wood worker yield zone""".split()

VERBS = """absorbs accepts affects alters balances blocks carries changes compares confirms contains controls covers
decreases defines delays describes determines divides drives enters estimates exceeds excludes explains extends
follows forms governs improves includes increases indicates influences inhibits involves joins limits lowers
matches measures modifies moves needs obtains occupies opposes precedes predicts prevents produces protects
raises reaches receives records reduces reflects regulates releases removes repeats replaces represents requires
resembles resists restores returns reveals shows signals slows stabilises stores supports suppresses sustains
tests tolerates traces varies weakens""".split()

ADJECTIVES = """acute adult average basic brief central chronic civil clear coastal cold common complex constant
critical daily deep direct distant domestic dry early elderly empty equal exact external final foreign formal
former frequent general global gradual heavy hidden high hollow human humid initial inner internal joint large
late lateral legal linear liquid local long low major median minor mobile modern moral narrow natural neutral
northern novel open optical oral outer parallel partial passive plain primary private public random rapid rare
recent regional relative remote rigid rural seasonal second severe sharp short silent similar simple slow small
social soft solar solid southern stable steady steep strong sudden thermal thick thin third total tropical typical
upper urban usual vertical visual vital warm weak western wide wild young""".split()

ADVERBS = """almost always broadly clearly closely commonly directly early equally evenly finally formerly gently
hardly highly largely locally mainly mostly nearly often partly poorly possibly quickly rarely roughly seldom
sharply slightly slowly soon still strongly usually widely""".split()

PREPOSITIONS = """above across after against along among around at before behind below beneath beside between beyond
by during for from in inside into near of on outside over through to toward under upon with within without""".split()

SYLLABLES = """al am an ar ax bel bor cal cin cor dal den dor el em en fer fin gal gen il in ix kar lam len lo ma mer
mi nal ner nor ol om or pa per phen pro ra ren ri sal sen si sol tal ter ti tor ul ur va ver vi xan zel zo""".split()
