(() => {
  const client = window.algoliasearch && algoliasearch("KADE0APP1D", "5f0c9a7b3e1d4826a9c4b7e2d8f10356", {hosts: [{url: "{{ here }}"}]});
  const search = client && instantsearch({indexName: "prod_pickup_points", searchClient: client});
  search && search.addWidgets([instantsearch.widgets.searchBox({container: "#searchbox"}), instantsearch.widgets.hits({container: "#hits"})]);
})();
